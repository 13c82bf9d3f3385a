"""Judges a submission of the record again, and says whether the verdict agrees.  Adds nothing to the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gradus.grading import get, run
from gradus.learner import Learner


@dataclass(frozen=True)
class Replayed:
    """A submission judged again on its own seed; `differences` is empty when both verdicts say the same."""

    id: int
    agrees: bool
    differences: tuple[str, ...]
    step_changed: bool
    then: Mapping[str, Any] | None
    now: Mapping[str, Any]


def replay(learner: Learner, id: int) -> Replayed:
    """Judge a submission again with its stored seed, and say whether the verdict agrees.  Nothing is added to the record."""
    row = get(learner, id)
    step = learner.step(row.step)
    fresh, then = run(learner, row, step), row.verdict
    differences = []
    if then is None:
        differences.append("There was no verdict yet.")
    else:
        for part in ("outcome", "mistake", "checks"):
            a, b = _said(then, part), _said(fresh, part)
            if a != b:
                differences.append(f"{part}: then {a}, now {b}")
    return Replayed(id, not differences, tuple(differences), (row.judged_hash or row.step_hash) != step.hash, then, fresh)


def _said(body: Mapping[str, Any], part: str) -> Any:
    if part == "checks":
        return [(c["name"], c["passed"]) for c in body["checks"]]
    return (body[part] or {}).get("id") if part == "mistake" else body[part]
