"""`evaluate`: which of two systems answers better, how sure that is, and whether names change the answers or tricks change the judge."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("answers_a", type=Path, help="JSON lines of the one system, as `ask` writes them")
    parser.add_argument("answers_b", type=Path, help="those of the other")
    parser.add_argument("--gold", type=Path, required=True, help='JSON lines {"id", "question", "answers", "chunks"}')
    parser.add_argument("--out", type=Path, required=True, help="folder for report.json")
    parser.add_argument("--judge", type=Path, help="a Python program that compares two answers")
    parser.add_argument("--seed", type=int, default=0)


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Read the files with bot.answersheet, compare, ask the judge if there is one, and write the report with bot.files.replaced_folder.

    The figures' rules (draws, level, limit of a judge) stand in settings.evaluate.
    """
    raise NotImplementedError
