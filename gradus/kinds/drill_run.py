"""The questions of one run of a drill, drawn from its templates with the submission's seed, and which mistake an answer shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gradus.drilling import Drill, Question, Wrong
from gradus.kinds.expression_reader import Unreadable
from gradus.kinds.typed_answer import Typed, read, same
from gradus.vocabulary import Mistake, Step

REDRAWS = 20  # two questions of one run never read alike, if the template can help it


@dataclass(frozen=True)
class Drawn:
    """A question of a run and the template it comes from."""

    template: str
    question: Question


def templates_of(drill: Drill) -> list[str] | None:
    """The template of each question, when every run has the same; None when the seed chooses."""
    names = list(drill.templates)
    return sorted(names * (drill.run // len(names)), key=names.index) if drill.run % len(names) == 0 else None


def run(step: Step, seed: int) -> Mapping[str, Drawn]:
    """The questions q1, q2, ... of a seed, in the order of the templates."""
    return _run(_Key(step), seed)


class _Key:
    """A step by its id and hash: the same content gives the same questions."""

    def __init__(self, step: Step) -> None:
        self.step = step

    def __hash__(self) -> int:
        return hash((self.step.id, self.step.hash))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (self.step.id, self.step.hash) == (other.step.id, other.step.hash)


@lru_cache(maxsize=512)
def _run(key: _Key, seed: int) -> Mapping[str, Drawn]:
    return draw(key.step.load(), seed)


def draw(drill: Drill, seed: int) -> dict[str, Drawn]:
    """Every template as often as the run has room, the rest chosen by the seed; then one question of each."""
    names = list(drill.templates)
    chosen = templates_of(drill)
    if chosen is None:
        rest = np.random.default_rng([seed, 0]).permutation(len(names))[: drill.run % len(names)]
        chosen = sorted(names * (drill.run // len(names)) + [names[int(i)] for i in rest], key=names.index)
    drawn: dict[str, Drawn] = {}
    for n, name in enumerate(chosen, 1):
        for again in range(REDRAWS):
            question = drill.templates[name](np.random.default_rng([seed, n, again]))
            if all(question.ask != d.question.ask for d in drawn.values()):
                break
        drawn[f"q{n}"] = Drawn(name, question)
    return drawn


def mistake_id(template: str, wrong: Wrong) -> str:
    """The id by which a drill's mistake is known: the template and the mistake's name."""
    return f"{template}-{re.sub(r'[^a-z0-9]+', '-', wrong.name.casefold()).strip('-')}"


def mistake(drawn: Drawn, wrong: Wrong) -> Mistake:
    """A wrong entry as the vocabulary's mistake."""
    return Mistake(mistake_id(drawn.template, wrong), wrong.name, wrong.words)


def shown_by(question: Question, given: Typed) -> Wrong | None:
    """The wrong entry that this wrong answer is, by the question's own comparison; two that fit name none."""
    fitting = [w for w in question.wrong if same(question, given, read(question, w.answer))]
    if len({w.name for w in fitting}) == 1:
        return fitting[0]
    if not fitting and question.blame is not None and isinstance(given.value, tuple):
        i = question.blame([int(n) for n in given.value if isinstance(n, int)])
        return None if i is None else question.wrong[i]
    return None


def readable(question: Question, text: str) -> bool:
    """Can this be read as an answer to the question?"""
    try:
        read(question, text)
    except Unreadable:
        return False
    return True
