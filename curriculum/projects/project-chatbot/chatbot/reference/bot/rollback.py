"""`rollback`: make that version the champion again that was it before."""

import argparse
import json
from pathlib import Path

from bot.faults import Fault
from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="of the registered model")
    parser.add_argument("--store", type=Path, required=True, help="folder of the MLflow store")


def main(args: argparse.Namespace, settings: Settings) -> None:
    if not (args.store / "mlflow.db").is_file():
        raise Fault(f"{args.store} holds no store: track a run first.")
    from bot.registry import Registry  # takes seconds

    print(json.dumps({"champion": Registry(args.store).roll_back(args.name)}))
