"""`unpack`: a compressed variant as an ordinary model folder, for programs that know nothing of its codes."""

import argparse
from pathlib import Path

from bot import variants, weights
from bot.files import replaced_folder
from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("variant", type=Path, help="a folder that `compress` wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model in float32")


def main(args: argparse.Namespace, settings: Settings) -> None:
    if not (args.variant / variants.CARD).exists():
        model, tokeniser = weights.load(args.variant)
    else:
        model, tokeniser = variants.plain(args.variant)
    with replaced_folder(args.out) as fresh:
        model.save_pretrained(fresh)
        tokeniser.save_pretrained(fresh)
