"""`ask`: answers with citations, or that the answer is not known."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.ground import Extract
from bot.settings import Settings

BATCH = 4


@dataclass(frozen=True)
class Answer:
    """What is said, the chunks that hold it, and whether anything is known."""

    text: str
    citations: tuple[str, ...]
    known: bool


def phrased(extracts: Sequence[Extract], model: Any, heard: Any = None) -> list[Answer]:
    """The answers: the model's words where they are faithful, else the sentences themselves. What is not known is never phrased.

    `heard` is told (row, piece) as pieces come; where the words turn out unfaithful it is told the sentences behind them, on a line of their own.
    """
    raise NotImplementedError("write this part")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with an index")
    parser.add_argument("--extract", action="store_true", help="answer with the documents' own sentences; no language model is loaded")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Questions as JSON lines on stdin, answers as JSON lines on stdout, in the order of the questions."""
    raise NotImplementedError("write this part")
