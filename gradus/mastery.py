"""What the evidence adds up to, per step and per concept.  Pure: the order of the evidence does not matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gradus.vocabulary import Concept, Level, Roadmap, Step


class StepState(StrEnum):
    """Where a learner stands with a step."""

    PLANNED = "planned"  # it does not exist yet
    READY = "ready"
    ACTIVE = "active"  # tried
    SOLVED = "solved"
    CHANGED = "changed"  # solved, and its content is newer than the answer
    KEPT = "kept"  # solved, and closed for now: it is not proven as it stands today


class ConceptState(StrEnum):
    """Where a learner stands with a concept."""

    PLANNED = "planned"  # none of its steps exists yet
    LOCKED = "locked"  # something it builds on is not accepted yet; a soft lock
    READY = "ready"
    ACTIVE = "active"  # begun
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened on a step: an outcome, "hint", "reveal" or "tried"; `step_hash` is that of the step as it was judged."""

    step: str
    fact: str
    step_hash: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """What all facts about one step say together."""

    tried: bool = False
    accepted: frozenset[str] = frozenset()  # hashes of the step under which an answer was accepted
    revealed: bool = False
    hints: int = 0

    def state(self, step: Step) -> StepState:
        """Against the step as it is today.  A change of its content never takes a solved step away."""
        if self.accepted:
            return StepState.SOLVED if step.hash in self.accepted else StepState.CHANGED
        return StepState.ACTIVE if self.tried or self.revealed or self.hints else StepState.READY


Standings = Mapping[str, Standing]
NOTHING = Standing()


def standings(facts: Iterable[Fact]) -> dict[str, Standing]:
    """All facts, added up per step."""
    by_step: dict[str, list[Fact]] = {}
    for f in facts:
        by_step.setdefault(f.step, []).append(f)
    return {
        step: Standing(
            tried=any(f.fact not in ("hint", "reveal") for f in fs),
            accepted=frozenset(f.step_hash for f in fs if f.fact == "accepted"),
            revealed=any(f.fact == "reveal" for f in fs),
            hints=sum(f.count for f in fs if f.fact == "hint"),
        )
        for step, fs in by_step.items()
    }


def step_states(roadmap: Roadmap, known: Standings) -> dict[str, StepState]:
    """The state of every step of the roadmap, whether it exists or not.  What was solved stays solved, whatever became of the step."""
    ready = roadmap.ready
    closed = {i: StepState.KEPT if known.get(i, NOTHING).accepted else StepState.PLANNED for i in roadmap.planned if i not in ready}
    return {i: closed[i] if i in closed else known.get(i, NOTHING).state(ready[i]) for i in roadmap.planned}


def concept_states(roadmap: Roadmap, known: Standings) -> dict[str, ConceptState]:
    """The state of every concept, in roadmap order."""
    ready, concepts, ways = roadmap.ready, roadmap.concepts, needs(roadmap)
    solved = {i for i, s in known.items() if s.accepted}
    open_ones = {id for id, steps in ways.counting.items() if any(s not in solved for s in steps)}

    def state(c: Concept) -> ConceptState:
        if not any(s.id in ready or s.id in solved for s in c.steps):
            return ConceptState.PLANNED
        due = [s for s in c.steps if s.level is not Level.STRETCH] or list(c.steps)
        if all(s.id in solved for s in due):
            return ConceptState.DONE
        if any(known.get(s.id, NOTHING) != NOTHING for s in c.steps if s.id in ready or s.id in solved):
            return ConceptState.ACTIVE
        return ConceptState.LOCKED if ways.concepts[c.id] & open_ones else ConceptState.READY

    return {c.id: state(c) for c in concepts.values()}


@dataclass(frozen=True, slots=True)
class Needs:
    """What builds on what, derived from the roadmap and from which steps exist."""

    counting: Mapping[str, tuple[str, ...]]  # by concept: its intro and core steps that exist, which decide whether it is done
    concepts: Mapping[str, frozenset[str]]  # by concept: those with steps that it builds on, looked up through those that have none yet
    steps: Mapping[str, tuple[str, ...]]  # by step that exists: the intro or core step before it, and the last one of each concept needed

    def missing(self, step: str, known: Standings) -> list[str]:
        """What the step builds on and is not accepted yet.  A lock is soft: it advises, it does not forbid."""
        return [s for s in self.steps[step] if not known.get(s, NOTHING).accepted]


def needs(roadmap: Roadmap, steps: Collection[str] | None = None) -> Needs:
    """One walk over the roadmap, seeing the steps that exist, or those named."""
    ready, concepts = roadmap.ready if steps is None else steps, roadmap.concepts
    counting = {c.id: tuple(s.id for s in c.steps if s.id in ready and s.level is not Level.STRETCH) for c in concepts.values()}
    has_steps = {c.id for c in concepts.values() if any(s.id in ready for s in c.steps)}
    found: dict[str, frozenset[str]] = {}

    def look(id: str) -> frozenset[str]:
        if id not in found:
            found[id] = frozenset()  # so that a cycle, which the content check reports, ends here
            parts = [frozenset({p}) if p in has_steps else look(p) for p in concepts[id].prerequisites if p in concepts]
            found[id] = frozenset[str]().union(*parts)
        return found[id]

    before_each: dict[str, tuple[str, ...]] = {}
    for c in concepts.values():
        outside = tuple(counting[p][-1] for p in concepts if p in look(c.id) and counting[p])
        before: tuple[str, ...] = ()
        for s in c.steps:
            if s.id in ready:
                before_each[s.id] = outside + before
            if s.id in counting[c.id]:
                before = (s.id,)
    return Needs(counting, found, before_each)
