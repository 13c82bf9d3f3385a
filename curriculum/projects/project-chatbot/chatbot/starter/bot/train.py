"""`train`: fine-tune the language model on pairs with LoRA; a run that was killed goes on from its checkpoint and ends as if it had not been."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pairs", type=Path, help="what `pairs` wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run; the same command goes on with a run that was killed")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", type=Path, help="folder of the model to tune; else the one that bot.toml names")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """bot.weights.load reads the model; its rank, rate and batch stand in settings.finetune."""
    raise NotImplementedError
