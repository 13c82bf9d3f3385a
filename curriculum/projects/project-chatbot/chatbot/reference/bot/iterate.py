"""`iterate`: the end of one turn: the run goes into the store, and becomes the champion if the gate lets it through.

A refusal is a result like any other: it is written down, the champion stays, and the command ends with code 0.
"""

import argparse
import json
from pathlib import Path

from bot.files import read_json, write_json
from bot.lineage import code_hash, finished
from bot.promote import barred
from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=Path, help="what `train` wrote")
    parser.add_argument("--store", type=Path, required=True, help="folder of the MLflow store; made if it is not there")
    parser.add_argument("--gate", type=Path, required=True, help="what `evaluate` wrote, with this run as a")
    parser.add_argument("--out", type=Path, required=True, help="file for the decision")
    parser.add_argument("--name", default="chatbot", help="of the registered model")


def main(args: argparse.Namespace, settings: Settings) -> None:
    run = finished(args.run)
    reason = barred(read_json(args.gate / "report.json"))
    from bot.registry import CHAMPION, Registry  # takes seconds, so a faulty run is told before

    registry = Registry(args.store)
    _, version = registry.track(run, code_hash(), args.name)
    if not reason:
        registry.promote(args.name, version)
    champion = registry.client.get_registered_model(args.name).aliases.get(CHAMPION)
    decision = {
        "version": version,
        "promoted": not reason,
        "champion": int(champion) if champion else None,
        "reason": f"Version {version} is not promoted: {reason}." if reason else f"Version {version} passed the gate.",
    }
    write_json(args.out, decision)
    print(json.dumps(decision))
