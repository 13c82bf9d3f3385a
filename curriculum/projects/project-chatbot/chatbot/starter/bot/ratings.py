"""`feedback`: what users said about answers becomes training pairs; nothing that measures the model is ever learnt from."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, help="what `ingest` wrote")
    parser.add_argument("pairs", type=Path, help="what `pairs` wrote")
    parser.add_argument("--log", type=Path, required=True, help="the ratings, as the service writes them")
    parser.add_argument("--gold", type=Path, required=True, help="the questions that measure the model")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pairs with what was learnt")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Write train.jsonl (the pairs, then what was learnt), heldout.jsonl as it was, and card.json into args.out; Fault for a line that is no rating."""
    raise NotImplementedError
