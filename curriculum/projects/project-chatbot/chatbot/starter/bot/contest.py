"""`contest`: the candidate of a run and the champion answer the same questions, each from the same sentences."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with an index")
    parser.add_argument("--run", type=Path, required=True, help="what `train` wrote: the candidate")
    parser.add_argument("--store", type=Path, required=True, help="where the champion is kept; the plain model answers while there is none")
    parser.add_argument("--gold", type=Path, required=True, help="the questions")
    parser.add_argument("--out", type=Path, required=True, help="folder for a.jsonl (candidate) and b.jsonl (champion)")
    parser.add_argument("--name", default="chatbot", help="of the registered model")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Write a.jsonl (the candidate's answers) and b.jsonl (the champion's, or the plain model's) into args.out."""
    raise NotImplementedError
