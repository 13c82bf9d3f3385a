"""How sure a learner was of an answer, said before it was judged, and how often rightly.  Pure; it moves no date and proves nothing.

Read as: of the answers one was sure of, how many were right?  (Calibration in the sense of Lichtenstein, Fischhoff & Phillips 1982.)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gradus.history import COUNTS
from gradus.store.evidence import Attempt
from gradus.vocabulary import Outcome

FACT = "sure"  # evidence of what was said; its detail holds the trial and the word


class Sure(StrEnum):
    """What may be said."""

    GUESS = "guess"
    THINK = "think"
    KNOW = "know"


@dataclass(frozen=True, slots=True)
class Said:
    """The answers given with one of the three."""

    sure: str
    answers: int
    right: int


def calibration(attempts: Iterable[Attempt]) -> tuple[Said, ...]:
    """One row for each word that was ever said, from rows in the order in which they happened: what was said last before a run that counts, counts."""
    waiting: dict[str, str] = {}  # by trial
    found: dict[str, list[bool]] = {}
    for a in attempts:
        trial = a.detail.get("trial", "")
        if a.fact == FACT and a.detail.get("sure") in {*Sure}:
            waiting[trial] = a.detail["sure"]
        elif a.fact in {*map(str, COUNTS)} and trial in waiting:
            found.setdefault(waiting.pop(trial), []).append(a.fact == Outcome.ACCEPTED)
    return tuple(Said(s, len(found[s]), sum(found[s])) for s in Sure if s in found)
