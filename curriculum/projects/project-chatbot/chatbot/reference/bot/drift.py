"""`drift`: whether recent questions are unlike those of before, in what they mean or in how long they are."""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from bot.faults import Fault
from bot.files import read_lines
from bot.settings import Settings
from bot.shift import length, meaning


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, help="the data of the bot")
    parser.add_argument("--baseline", type=Path, required=True, help='JSON lines with "question", as the service logs them')
    parser.add_argument("--recent", type=Path, nargs="+", required=True, help="one such file or several; each gets a line of its own")
    parser.add_argument("--seed", type=int, default=0)


def main(args: argparse.Namespace, settings: Settings) -> None:
    rules = settings.monitor
    before, streams = questions(args.baseline, rules.least), [questions(path, rules.least) for path in args.recent]
    from bot.embed import Embedder  # takes seconds, so faulty files are told before

    embedder = Embedder(settings.embedder_folder(), settings.compute.threads)
    vectors, lengths = embedder.vectors(before), _lengths(before)
    for path, recent in zip(args.recent, streams, strict=True):
        found = {
            "embedding": meaning(vectors, embedder.vectors(recent), rules.splits, args.seed),
            "length": length(lengths, _lengths(recent), rules.splits, args.seed),
        }
        signals = {name: {"p_value": p, "drift": p < rules.level / len(found)} for name, p in found.items()}
        print(json.dumps({"recent": path.name, "drift": any(s["drift"] for s in signals.values()), "signals": signals}))


def questions(path: Path, least: int) -> list[str]:
    """The questions of a log. Fault if they are too few to say anything."""
    rows: list[Any] = list(read_lines(path))
    found = [row["question"] for row in rows if isinstance(row, dict) and isinstance(row.get("question"), str) and row["question"].strip()]
    if len(found) < least:
        raise Fault(f"{path} holds {len(found)} questions, and {least} are needed to tell a drift from chance: wait for more.")
    return found


def _lengths(texts: list[str]) -> "np.ndarray[Any, np.dtype[np.float64]]":
    return np.array([len(text.split()) for text in texts], dtype=np.float64)
