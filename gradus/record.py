"""The record as other people read it: one row for every line of the published roadmaps, and the accepted answers with their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gradus.history import history
from gradus.learner import Learner
from gradus.mastery import StepState, step_states
from gradus.store import evidence, submissions
from gradus.vocabulary import Outcome, Wall

PROVED = {StepState.SOLVED, StepState.CHANGED, StepState.KEPT}
WORDS = {
    StepState.PLANNED: "planned", StepState.READY: "ready", StepState.ACTIVE: "in progress", StepState.SOLVED: "proved",
    StepState.CHANGED: "proved", StepState.KEPT: "proved",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A quoted item of a published roadmap, and how far the learner's own proofs answer it."""

    document: str
    section: str
    row: str
    item: str
    steps: int
    exist: int
    proved: int
    state: str  # planned, ready, in progress, proved
    proved_on: str  # when the last of its steps was first accepted; "" until all are


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the roadmap with the learner's state."""

    track: str
    concept: str
    id: str
    title: str
    kind: str
    level: str
    minutes: int | None
    state: str
    proved_on: str


@dataclass(frozen=True, slots=True)
class Proved:
    """An accepted answer: the line of a transcript.  Only an answer that ran in the box is certified."""

    step: str
    title: str
    concept: str
    track: str
    at: str
    submission: int
    wall: str
    certified: bool
    hints: int
    revealed: bool  # the author's solution was taken before
    step_hash: str
    judging: str
    engine: str
    seed: int


def steps(learner: Learner) -> list[StepRow]:
    """Every step of the roadmap, in its order."""
    past, book = history(learner), learner.roadmap
    states, at = step_states(book, past.standings), past.accepted_at
    found = []
    for track in book.tracks:
        for concept in track.concepts:
            for s in concept.steps:
                told = book.steps.get(s.id) or s
                minutes = book.ready[s.id].minutes if s.id in book.ready else None
                row = (told.kind, str(told.level), minutes, WORDS[states[s.id]], at.get(s.id, "")[:10])
                found.append(StepRow(track.title, concept.title, s.id, told.title, *row))
    return found


def items(learner: Learner) -> list[ItemRow]:
    """Every quoted item of the published roadmaps, in their order."""
    past, book = history(learner), learner.roadmap
    states, at = step_states(book, past.standings), past.accepted_at
    found = []
    for row in book.seed_rows:
        for item in row.items:
            of = [states[s] for s in item.steps if s in states]
            proved, exist = sum(s in PROVED for s in of), sum(s is not StepState.PLANNED for s in of)
            whole = bool(of) and proved == len(of)
            begun = proved or StepState.ACTIVE in of
            state = "proved" if whole else "in progress" if begun else "ready" if exist else "planned"
            on = max((at.get(s, "") for s in item.steps), default="")[:10] if whole else ""
            found.append(ItemRow(row.doc, row.section, row.row, item.name, len(of), exist, proved, state, on))
    return found


def proved(learner: Learner) -> list[Proved]:
    """One line for each step with an accepted answer, in the roadmap's order: the first that ran in the box, else the first."""
    best: dict[str, Proved] = {}
    for line in _accepted(learner):
        held = best.get(line.step)
        if held is None or (line.certified and not held.certified):
            best[line.step] = line
    return [best[i] for i in learner.roadmap.planned if i in best]


def _accepted(learner: Learner) -> Iterator[Proved]:
    """All accepted answers that the record holds whole, oldest first."""
    book, standings = learner.roadmap, history(learner).standings
    titles = {c.id: c.title for c in book.concepts.values()} | {t.id: t.title for t in book.tracks}
    with learner.store.read() as c:
        facts = [e for e in evidence.whole(c, learner.id) if e.fact == Outcome.ACCEPTED and e.submission_id]
        rows = [(e, submissions.get(c, e.submission_id or 0)) for e in facts]
    for e, row in rows:
        planned = book.planned.get(learner.today(e.step))
        if planned is None or row is None or row.verdict is None:
            continue
        wall, known = str(row.verdict.get("wall", "")), standings[planned.id]
        yield Proved(
            planned.id, planned.title, titles[planned.concept], titles[planned.track], e.at, row.id, wall, wall == Wall.BOX, known.hints,
            known.revealed, row.judged_hash or row.step_hash, row.judging or "", row.engine, row.seed,
        )  # fmt: skip
