"""`contest`: the candidate of a run and the champion answer the same questions, each from the same sentences."""

import argparse
from pathlib import Path
from typing import Any

from bot import answersheet
from bot.ask import BATCH, phrased
from bot.champion import adapter
from bot.faults import Fault
from bot.files import read_json, replaced_folder, write_lines
from bot.ground import Extract, Grounder
from bot.language import SmallModel
from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with an index")
    parser.add_argument("--run", type=Path, required=True, help="what `train` wrote: the candidate")
    parser.add_argument("--store", type=Path, required=True, help="where the champion is kept; the plain model answers while there is none")
    parser.add_argument("--gold", type=Path, required=True, help="the questions")
    parser.add_argument("--out", type=Path, required=True, help="folder for a.jsonl (candidate) and b.jsonl (champion)")
    parser.add_argument("--name", default="chatbot", help="of the registered model")


def main(args: argparse.Namespace, settings: Settings) -> None:
    questions = answersheet.gold(args.gold)
    if not (args.run / "adapter").is_dir():
        raise Fault(f"{args.run} holds no adapter: train it first.")
    run = read_json(args.run / "run.json")
    base = Path(run["model"]) if isinstance(run, dict) and isinstance(run.get("model"), str) else settings.language_folder()
    extracts = Grounder(args.data, settings).extracts([row["question"] for row in questions.values()])
    with replaced_folder(args.out) as fresh:
        for side, tuned in (("a", args.run / "adapter"), ("b", adapter(args.store, args.name))):
            write_lines(fresh / f"{side}.jsonl", answered(list(questions), extracts, SmallModel(base, settings, tuned)))


def answered(keys: list[str], extracts: list[Extract], model: SmallModel) -> list[dict[str, Any]]:
    """One answer line for each question."""
    said = [a for start in range(0, len(extracts), BATCH) for a in phrased(extracts[start : start + BATCH], model)]
    return [{"id": key, "answer": a.text, "citations": list(a.citations), "known": a.known} for key, a in zip(keys, said, strict=True)]
