"""`ask`: answers with citations, or that the answer is not known."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.faults import Fault
from bot.ground import Extract, Grounder
from bot.search import questions_from
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.language import Heard, Phraser

BATCH = 4  # questions that the language model phrases at once


@dataclass(frozen=True)
class Answer:
    """What is said, the chunks that hold it, and whether anything is known."""

    text: str
    citations: tuple[str, ...]
    known: bool


def phrased(extracts: Sequence[Extract], model: "Phraser | None", heard: "Heard | None" = None) -> list[Answer]:
    """The answers: the model's words where they are faithful, else the sentences themselves. What is not known is never phrased.

    `heard` is told (row, piece) as pieces come; where the words turn out unfaithful it is told the sentences behind them, on a line of their own.
    """
    told = [extract.text for extract in extracts]
    rows = [i for i, extract in enumerate(extracts) if extract.known] if model else []
    if model and rows:
        from bot.language import faithful

        pieces = (lambda row, piece: heard(rows[row], piece)) if heard else None
        for i, phrase in zip(rows, model.say([extracts[i] for i in rows], pieces), strict=True):
            if faithful(phrase, extracts[i]):
                told[i] = phrase
            elif heard:
                heard(i, ("\n" if phrase else "") + extracts[i].text)
    if heard:
        for i in sorted(set(range(len(extracts))) - set(rows)):
            heard(i, told[i])
    return [Answer(text, e.citations, e.known) for text, e in zip(told, extracts, strict=True)]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with an index")
    parser.add_argument("--extract", action="store_true", help="answer with the documents' own sentences; no language model is loaded")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Questions as JSON lines on stdin, answers as JSON lines on stdout, in the order of the questions."""
    asked = questions_from(sys.stdin)
    grounder = Grounder(args.data, settings)
    model = None
    if settings.answer.phrase and not args.extract:
        from bot.language import phraser

        model = phraser(settings)
    if not asked:
        raise Fault('No question came: write one object {"id", "question"} a line to stdin.')
    extracts = grounder.extracts([row["question"] for row in asked])
    for start in range(0, len(asked), BATCH):
        answers = phrased(extracts[start : start + BATCH], model)
        for row, answer in zip(asked[start : start + BATCH], answers, strict=True):
            print(
                json.dumps(
                    {"id": row["id"], "answer": answer.text, "citations": list(answer.citations), "known": answer.known}, ensure_ascii=False
                ),
                flush=True,
            )
