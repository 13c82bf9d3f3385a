"""`python -m bench.mastery`: placement and schedule on simulated learners, to bench/results.json and the table in bench/README.md."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from bench.mastery import memories, populations
from bench.mastery.askers import ASKERS
from bench.mastery.measure import POLICIES, compared, lives, placements
from bench.results import keep, known

HERE = Path(__file__).resolve().parents[1]
DESIGN = "Gradus"


def measure_placement(pool: ProcessPoolExecutor, placed: int, held_out: bool) -> dict[str, Any]:
    """All populations; printed as it comes."""
    found: dict[str, Any] = {"placement": {}, "noisy": {}}
    for name in populations.POPULATIONS | (populations.HELD_OUT if held_out else {}):
        ways = ASKERS if name in populations.POPULATIONS else [DESIGN]
        found["placement"][name] = {way: placements(pool, name, way, placed, 0.10, 0.05) for way in ways}
        print(name, {w: round(r["accuracy"]["mean"], 3) for w, r in found["placement"][name].items()}, flush=True)
    for name in populations.POPULATIONS:
        found["noisy"][name] = placements(pool, name, DESIGN, placed, 0.20, 0.10)
        print(name, "noisy", round(found["noisy"][name]["accuracy"]["mean"], 3), flush=True)
    return found


def measure_schedule(pool: ProcessPoolExecutor, lived: int, days: int, held_out: bool) -> dict[str, Any]:
    """All truths; printed as it comes."""
    found: dict[str, Any] = {"schedule": {}}
    for name in memories.TRUTHS | (memories.HELD_OUT if held_out else {}):
        chosen = POLICIES if name in memories.TRUTHS else ["random", "plain FSRS", DESIGN]
        found["schedule"][name] = compared(lives(pool, name, chosen, lived, days))
        print(name, {k: v for k, v in found["schedule"][name].items() if k != "policies"}, flush=True)
    return found


def summary(found: dict[str, Any]) -> dict[str, Any]:
    """The figures that are held against the goals: the worst of the three populations and of the two truths."""
    placed = [found["placement"][p][DESIGN] for p in populations.POPULATIONS if p in found["placement"]]
    lived = [found["schedule"][t] for t in memories.TRUTHS if t in found["schedule"]]
    first = (
        {
            "placement_accuracy_worst": min(r["accuracy"]["mean"] for r in placed),
            "placement_accuracy_noisy_worst": min(r["accuracy"]["mean"] for r in found["noisy"].values()),
            "assumed_known_wrong_worst": max(r["assumed_wrong"]["mean"] for r in placed),
            "offers_missing_prerequisite_worst": max(r["missing"]["mean"] for r in placed),
            "question_ms": max(r["question_ms"] for r in placed),
        }
        if placed
        else {}
    )
    second = (
        {
            "solvable_gain_worst": min(r["solvable_gain"]["mean"] for r in lived),
            "solid_gain_worst": min(r["solid_gain"]["mean"] for r in lived),
            "wrong_edges_gain_worst": min(r["wrong_edges_gain"]["mean"] for r in lived),
        }
        if lived
        else {}
    )
    return first | second


GOALS = {
    "placement_accuracy_worst": ("placement accuracy after at most 20 questions, worst population", "at least 0.85"),
    "placement_accuracy_noisy_worst": ("the same with slip 0.20 and guess 0.10", "at least 0.82"),
    "assumed_known_wrong_worst": ("wrong among assumed known, worst population", "at most 0.20"),
    "offers_missing_prerequisite_worst": ("first ten offers that rest on a missing prerequisite, worst population", "at most 0.15"),
    "question_ms": ("slowest question of a sitting, median over learners (ms of processor time)", "under 50"),
    "solvable_gain_worst": ("solvable skills over the better of plain FSRS and random, worst truth", "at least +0.10"),
    "solid_gain_worst": ("solid skills over plain FSRS, worst truth", "at least +0.25"),
    "wrong_edges_gain_worst": ("solvable skills over plain FSRS with 80 % wrong edges, worst truth", "at least 0"),
}


def both(value: dict[str, float], digits: int = 3) -> str:
    """A mean with its interval."""
    return f"{value['mean']:.{digits}f} ± {value['half']:.{digits}f}"


def table(found: dict[str, Any]) -> str:
    """All of it as Markdown."""
    figures = summary(found)
    lines = ["| measure | goal | measured |", "|---|---|---:|"]
    lines += [f"| {GOALS[k][0]} | {GOALS[k][1]} | **{v:.3f}** |" for k, v in figures.items()]
    lines += [
        "",
        "| population | way of asking | accuracy | wrong among assumed | assumed | unsure | questions | offers on a missing one | checks |",
    ]
    lines += ["|---|---|---:|---:|---:|---:|---:|---:|---:|"]
    for name, ways in found["placement"].items():
        for way, r in ways.items():
            offers = f"{both(r['missing'])} | {r['checks']:.1f}" if way == DESIGN else "– | –"
            start = f"| {name}{' (held out)' if name in populations.HELD_OUT else ''} | {way} | {both(r['accuracy'])} | {both(r['assumed_wrong'])}"
            lines.append(f"{start} | {r['assumed']:.0f} | {r['unsure']:.2f} | {r['questions']:.1f} | {offers} |")
    for name, r in found["noisy"].items():
        lines.append(
            f"| {name}, doubled noise | {DESIGN} | {both(r['accuracy'])} | {both(r['assumed_wrong'])} | {r['assumed']:.0f} | {r['unsure']:.2f} | {r['questions']:.1f} | {both(r['missing'])} | {r['checks']:.1f} |"
        )
    lines += [
        "",
        "| truth | policy | learned | solvable | 60 days later | solid | reviews | share of minutes | days paused |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, r in found["schedule"].items():
        for policy, p in r["policies"].items():
            cells = " | ".join(both(p[k], 1) for k in ("learned", "solvable", "later", "solid"))
            lines.append(
                f"| {name}{' (held out)' if name in memories.HELD_OUT else ''} | {policy} | {cells} | {p['reviews']:.0f} | {p['share']:.2f} | {p['paused']:.0f} |"
            )
        lines.append(
            f"| {name} | *gain* | | {both(r['solvable_gain'])} over {r['better']} | | {both(r['solid_gain'])} over plain FSRS | | | |"
        )
    return "\n".join(lines) + "\n"


def before() -> dict[str, Any]:
    """What the last run found."""
    last = known(HERE).get("mastery", {})
    return {k: last.get(k, {}) for k in ("placement", "noisy", "schedule")}


def write(found: dict[str, Any]) -> None:
    """results.json (only the key `mastery` is touched) and the table in README.md."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=HERE, check=False).stdout.strip()
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    keep(HERE, "mastery", {**summary(found), **found, "machine": machine, "commit": commit}, "mastery", table(found))


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="a few learners and weeks, to see that it runs; writes nothing")
    options.add_argument("--dry", action="store_true", help="print, write nothing")
    options.add_argument("--placed", type=int, default=100, help="learners a population")
    options.add_argument("--lived", type=int, default=40, help="learners a truth")
    options.add_argument("--no-held-out", action="store_true", help="only the three populations and the two truths that the goals name")
    options.add_argument(
        "--part", choices=["placement", "schedule", "both"], default="both", help="measure one half, keep the other as it is"
    )
    options.add_argument("--workers", type=int, default=2)
    chosen = options.parse_args()
    placed, lived, days = (2, 2, 30) if chosen.quick else (chosen.placed, chosen.lived, 180)
    held_out = not (chosen.no_held_out or chosen.quick)
    found: dict[str, Any] = {}
    with ProcessPoolExecutor(chosen.workers) as pool:
        if chosen.part != "schedule":
            found |= measure_placement(pool, placed, held_out)
        if chosen.part != "placement":
            found |= measure_schedule(pool, lived, days, held_out)
    found = before() | found
    print(table(found))
    if not (chosen.quick or chosen.dry):
        write(found)


if __name__ == "__main__":
    main()
