"""`track`: a finished run, with its figures, its files and where it came from, into the store, and as a new version of the model."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=Path, help="what `train` wrote")
    parser.add_argument("--store", type=Path, required=True, help="folder of the MLflow store; made if it is not there")
    parser.add_argument("--name", default="chatbot", help="of the registered model")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Prints {"run": id, "version": number} as one line of JSON."""
    raise NotImplementedError
