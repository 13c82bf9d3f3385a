"""A judge that compares two answers, and whether it may be trusted: it is asked in both orders, and about an answer against its own padded copy."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.faults import Fault

PADDING = (
    " This is an interesting question, and there is a great deal that one could say about it. In general it is worth looking at such matters"
    " with care and from several sides. We hope that this was of help, and we thank you for your interest."
)
SIDES = {"first", "second", "tie"}


def trial(judge: Path, items: list[dict[str, str]], limit: float) -> dict[str, Any]:
    """Both probes of a judge over `items` ({"question", "a", "b"}): shares from 0 to 1, whether both are at most `limit`, and the verdicts that hold in both orders.

    `position`: pairs on which the two orders name different winners. `length`: answers that lose to themselves with padding, in both orders.
    """
    if not items:
        raise Fault("No question was answered by both systems, so a judge has nothing to compare.")
    texts = [i["a"] or i["b"] for i in items]
    asked = [(i["question"], i["a"], i["b"]) for i in items] + [(i["question"], t, t + PADDING) for i, t in zip(items, texts, strict=True)]
    here = verdicts(judge, asked)
    there = [{"first": "second", "second": "first", "tie": "tie"}[v] for v in verdicts(judge, [(q, b, a) for q, a, b in asked])]
    held = [one if one == other else "tie" for one, other in zip(here, there, strict=True)]
    n = len(items)
    differ = [k for k in range(n) if items[k]["a"] != items[k]["b"]]
    position = sum(here[k] != there[k] for k in differ) / max(1, len(differ))
    length = sum(v == "second" for v in held[n:]) / n
    wins = {"a": held[:n].count("first"), "b": held[:n].count("second"), "ties": held[:n].count("tie")}
    return {"position": position, "length": length, "trusted": position <= limit and length <= limit, **wins}


def verdicts(judge: Path, asked: list[tuple[str, str, str]]) -> list[str]:
    """What the program `judge` says of each (question, first, second): "first", "second" or "tie". Fault if it fails or says anything else."""
    lines = [json.dumps({"id": str(k), "question": q, "first": a, "second": b}) for k, (q, a, b) in enumerate(asked)]
    done = subprocess.run([sys.executable, str(judge)], input="\n".join(lines) + "\n", capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it says nothing"])[-1]
        raise Fault(f"The judge {judge.name} ended with exit code {done.returncode} ({last}): run it by hand on one line.")
    try:
        said = {row["id"]: row["winner"] for row in map(json.loads, done.stdout.splitlines())}
        found = [said[str(k)] for k in range(len(asked))]
    except (ValueError, KeyError, TypeError):
        raise Fault(f"The judge {judge.name} did not answer every line with an object that has id and winner.") from None
    if strange := next((v for v in found if v not in SIDES), None):
        raise Fault(f"The judge {judge.name} said {strange!r}; a winner is first, second or tie.")
    return found
