"""One disputed verdict as one JSON document for the authors of a step: no name, no time, no path of the learner's machine."""

from __future__ import annotations

import getpass
import platform
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from gradus.engine import VERSION, judging_code
from gradus.grading import get
from gradus.learner import Learner

FORMAT = 1


def report(learner: Learner, id: int) -> dict[str, Any]:
    """What is needed to judge the same answer again: answer, seed, step, hashes, versions, verdict.

    | key | meaning |
    |---|---|
    | gradus, format | "report", 1 |
    | step, step_hash | the step's id, and its hash when the verdict was given |
    | engine, judging | version and hash of the judging code that gave the verdict |
    | now | version, judging hash and step hash of the installation that wrote this file |
    | seed, answer, earlier, unread | what was judged: files by name; earlier answers by step; why it could not be read |
    | verdict | as it was given, or null |
    | machine | Python's version and the system's name |
    """
    row = get(learner, id)
    step = learner.roadmap.steps.get(learner.today(row.step))
    found: dict[str, Any] = _scrubbed(
        {
            "gradus": "report",
            "format": FORMAT,
            "step": row.step,
            "step_hash": row.judged_hash or row.step_hash,
            "engine": row.engine,
            "judging": row.judging,
            "now": {"engine": VERSION, "judging": judging_code(step.kind) if step else None, "step_hash": step.hash if step else None},
            "seed": row.seed,
            "answer": dict(row.files),
            "earlier": dict(row.earlier),
            "unread": row.unread,
            "verdict": row.verdict,
            "machine": {"python": platform.python_version(), "system": sys.platform},
        },
        _private(learner),
    )
    return found


def _private(learner: Learner) -> dict[str, str]:
    """What must not stand in the file, and what stands there instead; the longest first, so that a path goes before its parts."""
    words = {str(learner.home): "HOME", str(Path.home()): "~"}
    with suppress(KeyError, OSError):  # a user number without a name
        words[f"/{getpass.getuser()}/"] = "/user/"
    return {w: words[w] for w in sorted(words, key=len, reverse=True) if len(w) > 3}


def _scrubbed(value: Any, private: dict[str, str]) -> Any:
    match value:
        case str():
            for word, instead in private.items():
                value = value.replace(word, instead)
            return value
        case dict():
            return {k: _scrubbed(v, private) for k, v in value.items()}
        case list():
            return [_scrubbed(v, private) for v in value]
        case _:
            return value
