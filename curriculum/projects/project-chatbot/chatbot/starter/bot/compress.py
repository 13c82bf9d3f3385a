"""`compress`: the model as int8 and as 4-bit codes, each measured in size, speed and held-out loss; one is chosen by a stated rule."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, help="folder of an ordinary model, such as RUN/merged")
    parser.add_argument("--heldout", type=Path, required=True, help="heldout.jsonl of `pairs`")
    parser.add_argument("--out", type=Path, required=True, help="folder for int8/, int4/, model/ and frontier.json")
    parser.add_argument("--margin", type=float, help="how much more loss the chosen variant may have, as a share of the plain model's")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """bot.weights.load reads the model, bot.tokens measures its loss; settings.compress.loss_margin is the margin where none is given."""
    raise NotImplementedError
