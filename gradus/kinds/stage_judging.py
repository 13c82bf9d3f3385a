"""What a judge.py of a project's stage may import beside gradus.judging: how to ask with something held back, and how to name a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gradus.vocabulary import Miss, Probe

__all__ = ["Told", "asked", "told"]


@dataclass(frozen=True, slots=True)
class Asked(Probe):
    """A probe with what the judge planted; that never enters the box."""

    planted: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told(Miss):
    """A finding that knows which of the step's mistakes it is."""

    mistake: str = ""


def asked(function: str, /, *, shown: str, planted: Mapping[str, Any] | None = None, **given: Any) -> Probe:
    """Call `function` of the stage's probe.py with `given` (plain values).  `planted` stays outside and is the second argument of every check.

    `shown` is what the learner reads of it, such as "ingest 12 documents, two of them the same".
    """
    return Asked(f"probe.{function}", (), given, shown, dict(planted or {}))


def told(say: str, mistake: str = "") -> Miss:
    """A check's finding; `mistake` is the id (file stem) of the mistake that it shows, "" where it shows none."""
    return Told(say, mistake=mistake)
