"""Find my place: 19 ticks and at most 20 short questions to a belief about every step.  Pure.

A sitting is data that the store keeps; everything here is computed from it, so it can be stopped and taken up at any time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gradus.graph import Graph

QUESTIONS = 20
MINUTES = 3.0  # no question is longer
ASSUME, REFUSE = 0.85, 0.35  # belief above which a step is assumed known, below which it is to learn


class Tick(StrEnum):
    """What a learner says about a track."""

    NEVER = "never"
    SOME = "some"
    SOLID = "solid"


class Label(StrEnum):
    """Three labels, never two."""

    ASSUMED = "assumed known"
    UNSURE = "unsure"
    TO_LEARN = "to learn"


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of a sitting that was answered; `unsaid` is "I don't know", a fail without a slip."""

    step: str
    passed: bool
    unsaid: bool = False
    at: datetime | None = None


@dataclass(frozen=True)
class Sitting:
    """All that was said so far, in order.  `known` are steps that evidence proves (accepted ones)."""

    ticks: Mapping[str, Tick] = field(default_factory=dict)  # by track id
    answers: tuple[Answer, ...] = ()
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask now."""

    step: str
    number: int  # from 1
    at_most: int  # questions in all, this one included
    minutes: float  # for this one
    minutes_left: float  # at most, for all that may follow, this one included
    confirms: bool  # asked because the last pass would clear many steps at once
    reason: str  # one sentence


def ask(
    graph: Graph,
    sitting: Sitting,
    askable: Mapping[str, float],
    limit: int = QUESTIONS,
    about: Collection[str] | None = None,
) -> Question | None:
    """The next question, or None when the sitting is done: `limit` answers, nothing left to ask, or fewer than a tenth of the steps unsure.

    `askable`: steps for which a question of at most MINUTES exists, with its minutes; longer ones are never asked.
    `about`: only these steps matter (testing out of a concept: `testing_out(graph, concept)` with a limit of 5).
    """
    raise NotImplementedError


def most(askable: Mapping[str, float], limit: int = QUESTIONS) -> tuple[int, float]:
    """The total shown beforehand: at most this many questions and minutes."""
    raise NotImplementedError


def belief(graph: Graph, sitting: Sitting) -> dict[str, float]:
    """The chance that each step of the graph is known."""
    raise NotImplementedError


def labels(graph: Graph, sitting: Sitting) -> dict[str, Label]:
    """The three labels, for every step of the graph."""
    raise NotImplementedError


def assumed(graph: Graph, sitting: Sitting, at: datetime) -> dict[str, datetime]:
    """The steps labelled ASSUMED and not proven, with the moment of the sitting's end: what `memory.remember` takes."""
    raise NotImplementedError


def confirm(graph: Graph, sitting: Sitting, step: str) -> tuple[str, ...]:
    """Direct prerequisites of a step that are only assumed or unsure: the cheap checks on entry, least certain first.

    Whoever checks adds the answers to the sitting; a fail takes the assumption away at once.
    """
    raise NotImplementedError


def testing_out(graph: Graph, concept: str) -> tuple[str, ...]:
    """The steps of a concept and what they directly need: what a short sitting about one concept asks about."""
    raise NotImplementedError
