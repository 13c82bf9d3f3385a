"""`pairs`: from chunks to pairs of prompt and completion, with whole documents held out."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, help="what `ingest` wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder for train.jsonl and heldout.jsonl")
    parser.add_argument("--seed", type=int, default=0)


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Write train.jsonl, heldout.jsonl and card.json (with the data's hash) into args.out, all together or not at all."""
    raise NotImplementedError
