"""Find my place: 19 ticks and at most 20 short questions to a belief about every step.  Pure.

A sitting is data that the store keeps; everything here is computed from it, so it can be stopped and taken up at any time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gradus.belief import FORGOTTEN, Belief, Said, believe
from gradus.graph import Graph, Node

QUESTIONS = 20
MINUTES = 3.0  # no question is longer
ASSUME, REFUSE = 0.80, 0.25  # belief above which a step is assumed known, below which it is to learn
STOP = 0.1  # a sitting ends early when less than this share is unsure
CANDIDATES = 80  # the most doubtful steps, among which the worth of a question is worked out
MANY = 25  # a pass that would clear more ancestors than this at once is followed by a question among them


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

    `askable`: steps for which a question of at most MINUTES exists, with its minutes; longer ones are never asked, nor what is known or was asked.
    `about`: only these steps matter (testing out of a concept: `testing_out(graph, concept)` with a limit of 5).
    The same sitting gets the same question.
    """
    matter = [id for id in graph.ids if about is None or id in about]
    settled = {a.step for a in sitting.answers} | sitting.known
    offered = [id for id in matter if id in askable and askable[id] <= MINUTES and id not in settled]
    if len(sitting.answers) >= limit or not offered:
        return None
    believed = _believed(graph, sitting)
    chance = believed.chance
    open_ones = [id for id in matter if id not in settled and REFUSE <= chance[graph.at[id]] <= ASSUME]
    if len(open_ones) < STOP * len(matter):
        return None
    cleared = _cleared(graph, sitting, chance)
    confirming = [id for id in offered if id in cleared]
    chosen = sorted(confirming or offered, key=lambda id: abs(chance[graph.at[id]] - 0.5))[:CANDIDATES]
    within = np.array([graph.at[id] for id in matter])
    worth = believed.worth([graph.at[id] for id in chosen], within)
    best = chosen[int(worth.argmax())]
    number = len(sitting.answers) + 1
    left = sorted((askable[id] for id in offered), reverse=True)[: limit - number + 1]
    reason = (
        "Your last answer would vouch for many steps at once; one of them is checked."
        if confirming
        else f"Its answer says most about the {len(open_ones)} steps that are still unsure."
    )
    return Question(best, number, min(limit, number - 1 + len(offered)), askable[best], sum(left), bool(confirming), reason)


def most(askable: Mapping[str, float], limit: int = QUESTIONS) -> tuple[int, float]:
    """The total shown beforehand: at most this many questions and minutes."""
    fit = sorted((m for m in askable.values() if m <= MINUTES), reverse=True)[:limit]
    return len(fit), sum(fit)


def belief(graph: Graph, sitting: Sitting) -> dict[str, float]:
    """The chance that each step of the graph is known; what evidence proves is certain."""
    chance = _believed(graph, sitting).chance
    return {id: 1.0 if id in sitting.known else float(chance[i]) for i, id in enumerate(graph.ids)}


def labels(graph: Graph, sitting: Sitting) -> dict[str, Label]:
    """The three labels, for every step of the graph.  A step whose own question was failed last is never assumed."""
    failed = {a.step for a in sitting.answers} - {s for s, passed in {a.step: a.passed for a in sitting.answers}.items() if passed}
    found = {}
    for id, chance in belief(graph, sitting).items():
        sure = chance > ASSUME and (id not in failed or id in sitting.known)
        found[id] = Label.ASSUMED if sure else Label.TO_LEARN if chance < REFUSE else Label.UNSURE
    return found


def assumed(graph: Graph, sitting: Sitting, at: datetime) -> dict[str, datetime]:
    """The steps labelled ASSUMED and not proven, with the moment of the sitting's end: what `memory.remember` takes."""
    return {id: at for id, label in labels(graph, sitting).items() if label is Label.ASSUMED and id not in sitting.known}


def confirm(graph: Graph, sitting: Sitting, step: str) -> tuple[str, ...]:
    """Direct prerequisites of a step that are believed and that nobody saw the learner do: the cheap checks on entry, least certain first.

    Whoever checks adds the answers to the sitting; a fail takes the assumption away at once.
    """
    chance = belief(graph, sitting)
    seen = {a.step for a in sitting.answers if a.passed} | sitting.known
    return tuple(sorted((b for b in graph.before[step] if b not in seen and chance[b] >= REFUSE), key=lambda b: (chance[b], graph.at[b])))


def testing_out(graph: Graph, concept: str) -> tuple[str, ...]:
    """The steps of a concept and what they directly need: what a short sitting about one concept asks about."""
    inside = [id for id, n in graph.nodes.items() if n.concept == concept]
    return tuple(dict.fromkeys([*inside, *(b for id in inside for b in graph.before[id])]))


def _believed(graph: Graph, sitting: Sitting) -> Belief:
    return _believed_of(
        tuple(graph.nodes.values()),
        tuple(sorted((t, _NUMBER[v]) for t, v in sitting.ticks.items())),
        tuple((a.step, a.passed, a.unsaid) for a in sitting.answers if a.step in graph.nodes),
        tuple(sorted(id for id in sitting.known if id in graph.nodes)),
    )


_NUMBER = {Tick.NEVER: 0, Tick.SOME: 1, Tick.SOLID: 2}


@lru_cache(maxsize=64)
def _believed_of(
    nodes: tuple[Node, ...], ticks: tuple[tuple[str, int], ...], answers: tuple[tuple[str, bool, bool], ...], known: tuple[str, ...]
) -> Belief:
    graph = Graph({n.id: n for n in nodes})
    said = [Said(graph.at[id], True, 0.99, 0.02) for id in known]
    for step, passed, unsaid in answers:
        if step not in known:
            fail = Said(graph.at[step], False, 1 - FORGOTTEN, 0.1) if unsaid else Said(graph.at[step], False)
            said.append(Said(graph.at[step], True) if passed else fail)
    return believe(graph, dict(ticks), said)


def _cleared(graph: Graph, sitting: Sitting, chance: NDArray[np.float64]) -> frozenset[str]:
    """What the last answer, if it was a pass, lifted over the line: empty unless that is MANY ancestors at once."""
    if not sitting.answers or not sitting.answers[-1].passed or sitting.answers[-1].step not in graph.nodes:
        return frozenset()
    last = sitting.answers[-1].step
    earlier = _believed(graph, Sitting(sitting.ticks, sitting.answers[:-1], sitting.known)).chance
    lifted = [a for a in graph.ancestors(last) if earlier[graph.at[a]] <= ASSUME < chance[graph.at[a]]]
    return frozenset(lifted) if len(lifted) > MANY else frozenset()
