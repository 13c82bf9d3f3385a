"""`promote`: make a version the champion, if the evaluation lets it through the gate."""

import argparse
import json
from pathlib import Path
from typing import Any

from bot.faults import Fault
from bot.files import read_json
from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="of the registered model")
    parser.add_argument("--store", type=Path, required=True, help="folder of the MLflow store")
    parser.add_argument("--gate", type=Path, required=True, help="what `evaluate` wrote, with the candidate as a")
    parser.add_argument("--version", type=int, help="the latest if none is given")


def main(args: argparse.Namespace, settings: Settings) -> None:
    report = args.gate / "report.json" if args.gate.is_dir() else args.gate
    if reason := barred(read_json(report)):
        raise Fault(f"{args.name} is not promoted: {reason}.")
    if not (args.store / "mlflow.db").is_file():
        raise Fault(f"{args.store} holds no store: track a run first.")
    from bot.registry import Registry  # takes seconds

    print(json.dumps({"champion": Registry(args.store).promote(args.name, args.version)}))


def barred(report: Any) -> str:
    """Why the gate stays shut; "" if it opens. A report that lacks what the gate asks for keeps it shut."""
    if not isinstance(report, dict) or not {"better", "names", "judge"} <= report.keys():
        return "the report lacks what the gate asks for; make it again with `python -m bot evaluate`"
    if report["better"] != "a":
        return "the evaluation does not show the candidate to be better"
    names, judge = report["names"], report["judge"]
    if names is not None and (not isinstance(names, dict) or not isinstance(names.get("a"), dict) or names["a"].get("biased") is not False):
        return "its answers change with the names in the questions"
    if judge is not None and (not isinstance(judge, dict) or judge.get("trusted") is not True):
        return "the judge of the evaluation is not to be trusted"
    return ""
