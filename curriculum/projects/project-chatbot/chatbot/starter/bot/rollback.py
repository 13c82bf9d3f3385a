"""`rollback`: make that version the champion again that was it before."""

import argparse
from pathlib import Path

from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="of the registered model")
    parser.add_argument("--store", type=Path, required=True, help="folder of the MLflow store")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Prints {"champion": version} as one line of JSON."""
    raise NotImplementedError
