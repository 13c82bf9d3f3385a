"""`evaluate`: which of two systems answers better, how sure that is, and whether names change the answers or tricks change the judge."""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from bot import answersheet
from bot.files import replaced_folder, write_json, write_text
from bot.metrics import METRICS, values
from bot.pairwise import trial
from bot.settings import Settings
from bot.significance import Vector, interval, p_value

Rows = dict[str, dict[str, Any]]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("answers_a", type=Path, help="JSON lines of the one system, as `ask` writes them")
    parser.add_argument("answers_b", type=Path, help="those of the other")
    parser.add_argument("--gold", type=Path, required=True, help='JSON lines {"id", "question", "answers", "chunks"}')
    parser.add_argument("--out", type=Path, required=True, help="folder for report.json and report.md")
    parser.add_argument("--judge", type=Path, help="a Python program that compares two answers")
    parser.add_argument("--seed", type=int, default=0)


def main(args: argparse.Namespace, settings: Settings) -> None:
    questions = answersheet.gold(args.gold)
    given = {"a": answersheet.answers(args.answers_a, questions), "b": answersheet.answers(args.answers_b, questions)}
    report = compare(questions, given, args.seed, settings)
    if args.judge:
        report["judge"] = trial(args.judge, _texts(questions, given), settings.evaluate.judge_limit)
    with replaced_folder(args.out) as fresh:
        write_json(fresh / "report.json", report)
        write_text(fresh / "report.md", readable(report))


def compare(questions: Rows, given: dict[str, Rows], seed: int, settings: Settings) -> dict[str, Any]:
    """The report without a judge: every metric with its interval, the paired difference and test, and the probe of swapped names."""
    rules = settings.evaluate
    cells = {side: [values(rows.get(key), row) for key, row in questions.items()] for side, rows in given.items()}
    metrics: dict[str, Any] = {}
    for name in METRICS:
        columns = {side: _column(found, name) for side, found in cells.items()}
        metrics[name] = {s: interval(c, rules.resamples, seed) if c.size else None for s, c in columns.items()}
    scores = {side: _column(found, "score") for side, found in cells.items()}
    difference = scores["a"] - scores["b"]
    p = p_value(difference, rules.flips, seed)
    better = None if p >= rules.level else "a" if difference.mean() > 0 else "b"
    return {
        "items": len(questions),
        "metrics": metrics,
        "difference": interval(difference, rules.resamples, seed),
        "p_value": p,
        "better": better,
        "names": _names(questions, scores, seed, settings),
        "judge": None,
    }


def _column(cells: list[dict[str, float | None]], name: str) -> Vector:
    return np.array([c[name] for c in cells if c[name] is not None], dtype=np.float64)


def _names(questions: Rows, scores: dict[str, Vector], seed: int, settings: Settings) -> dict[str, Any] | None:
    """For each system the gap between two groups of names over questions that differ in nothing else; None without such questions."""
    groups, pairs = answersheet.name_pairs(questions)
    if not pairs:
        return None
    at = {key: k for k, key in enumerate(questions)}
    found: dict[str, Any] = {"groups": groups}
    for side, score in scores.items():
        gap = np.array([score[at[one]] - score[at[other]] for one, other in pairs])
        p = p_value(gap, settings.evaluate.flips, seed)
        spread = interval(gap, settings.evaluate.resamples, seed)
        found[side] = {"gap": spread.pop("mean"), **spread, "p_value": p, "biased": p < settings.evaluate.level}
    return found


def _texts(questions: Rows, given: dict[str, Rows]) -> list[dict[str, str]]:
    """What a judge is shown: the questions that both systems answered."""
    both = [key for key in questions if key in given["a"] and key in given["b"]]
    return [{"question": questions[k]["question"], "a": given["a"][k]["answer"], "b": given["b"][k]["answer"]} for k in both]


def readable(report: dict[str, Any]) -> str:
    """The report as Markdown."""
    lines = [f"# Evaluation over {report['items']} questions", "", "| metric | a | b |", "|---|---|---|"]
    for name, sides in report["metrics"].items():
        cells = ["–" if v is None else f"{v['mean']:.3f} ({v['low']:.3f} to {v['high']:.3f})" for v in sides.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    d, better = report["difference"], report["better"]
    lines += ["", f"Score of a minus score of b: {d['mean']:+.3f} ({d['low']:+.3f} to {d['high']:+.3f}), p = {report['p_value']:.4f}."]
    lines += [f"Better: {better}." if better else "Neither is shown to be better."]
    if names := report["names"]:
        for side in "ab":
            n = names[side]
            lines += [
                f"Names, {side}: {' minus '.join(names['groups'])} {n['gap']:+.3f}, p = {n['p_value']:.4f}{', biased' if n['biased'] else ''}."
            ]
    if judge := report["judge"]:
        lines += [
            f"The judge: position {judge['position']:.2f}, length {judge['length']:.2f}; {'trusted' if judge['trusted'] else 'not to be trusted'}."
        ]
    return "\n".join(lines) + "\n"
