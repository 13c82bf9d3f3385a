"""`promote`: make a version the champion, if the evaluation lets it through the gate."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="of the registered model")
    parser.add_argument("--store", type=Path, required=True, help="folder of the MLflow store")
    parser.add_argument("--gate", type=Path, required=True, help="what `evaluate` wrote, with the candidate as a")
    parser.add_argument("--version", type=int, help="the latest if none is given")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Prints {"champion": version} as one line of JSON; Fault says why the gate stays shut."""
    raise NotImplementedError
