"""`iterate`: the end of one turn: the run goes into the store, and becomes the champion if the gate lets it through."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=Path, help="what `train` wrote")
    parser.add_argument("--store", type=Path, required=True, help="folder of the MLflow store; made if it is not there")
    parser.add_argument("--gate", type=Path, required=True, help="what `evaluate` wrote, with this run as a")
    parser.add_argument("--out", type=Path, required=True, help="file for the decision")
    parser.add_argument("--name", default="chatbot", help="of the registered model")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Track the run, promote it if the gate opens, write the decision to args.out and print it as one line of JSON."""
    raise NotImplementedError
