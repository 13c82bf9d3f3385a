"""From what is known to what comes next, with one sentence that says why.  Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from gradus.goals import Path
from gradus.graph import Graph
from gradus.mastery import NOTHING, ConceptState, Standing, Standings, StepState, concept_states, needs, step_states
from gradus.memory import Memory
from gradus.placement import Sitting
from gradus.reviews import Day, Reviews
from gradus.vocabulary import Level, Roadmap, Step


@dataclass(frozen=True, slots=True)
class Next:
    """A recommendation."""

    step: Step
    reason: str
    role: str = "continue"  # continue what was begun, review what changed, start something new


def next_step(roadmap: Roadmap, known: Standings, after: str | None = None, recent: Iterable[str] = ()) -> Next | None:
    """What to do next; with `after`, what follows that step once it is solved; `recent` are the steps tried lately, newest first."""
    known = {**known, after: Standing(tried=True, accepted=frozenset({""}))} if after else known
    unsolved = {i: s for i, s in roadmap.ready.items() if not known.get(i, NOTHING).accepted}
    ways, planned = needs(roadmap), roadmap.planned
    allowed = [i for i in unsolved if not ways.missing(i, known) and unsolved[i].level is not Level.STRETCH]
    titles = {c.id: c.title for c in roadmap.concepts.values()}
    for near in dict.fromkeys([*([after] if after else []), *recent]):
        if near not in planned:
            continue
        if near in unsolved:
            return Next(unsolved[near], f"You began “{unsolved[near].title}” and have not finished it.")
        concept = planned[near].concept
        if found := next((i for i in allowed if unsolved[i].concept == concept), None):
            return Next(unsolved[found], f"It continues {titles[concept]}, which you are working on.")
        follow = [i for i in allowed if concept in ways.concepts[unsolved[i].concept]]
        if follow:
            return Next(unsolved[follow[0]], f"It builds on {titles[concept]}, which you have done.")
        if found := next((i for i in allowed if unsolved[i].track == planned[near].track), None):
            return Next(unsolved[found], "It is the next open step of the track you are in.")
    if allowed:
        done = any(s.accepted for s in known.values())
        why = (
            "It is the next step of the roadmap that you have all prerequisites for."
            if done
            else "It needs nothing before it: a good first step."
        )
        return Next(unsolved[allowed[0]], why, "start")
    if unsolved:
        first = next(iter(unsolved))
        return Next(unsolved[first], "All that comes before it is done; this one is harder than the job usually asks.", "start")
    return None


def cards(roadmap: Roadmap, known: Standings, recent: Iterable[str] = ()) -> list[Next]:
    """At most three: go on with what was begun, look again at what changed, start something new."""
    recent = [r for r in recent if r in roadmap.planned]
    states, ways = concept_states(roadmap, known), needs(roadmap)
    found: list[Next] = []
    if recent and (onward := next_step(roadmap, known, recent=recent)) and onward.role == "continue":
        found.append(onward)
    if changed := next((i for i, s in step_states(roadmap, known).items() if s is StepState.CHANGED), None):
        found.append(
            Next(
                roadmap.ready[changed], "Its content is newer than your accepted answer. Your answer stands; run it again to see.", "review"
            )
        )
    taken = {n.step.concept for n in found}
    for i, step in roadmap.ready.items():
        fresh = states[step.concept] is ConceptState.READY and step.concept not in taken
        if fresh and not known.get(i, NOTHING).accepted and not ways.missing(i, known):
            concept = roadmap.concepts[step.concept]
            found.append(Next(step, f"First step of {concept.title}; you have all it needs.", "start"))
            break
    return found


@dataclass(frozen=True)
class Plan:
    """What to do today."""

    step: Next | None  # one recommended step with its reason; None in a backlog or when nothing is left
    confirm: tuple[str, ...]  # what that step directly needs and placement only assumes: check it first
    reviews: Reviews
    goal: Path | None = None


def plan(
    graph: Graph,
    roadmap: Roadmap,
    memory: Memory,
    now: datetime,
    zone: tzinfo,
    day: Day = Day(),
    sitting: Sitting | None = None,
    goal: Collection[str] = (),
    recent: Iterable[str] = (),
) -> Plan:
    """One recommended step, and the reviews.  `goal` are its steps (goals.goal_steps); `recent` the steps tried lately, newest first.

    A step that was begun comes first, then the goal's path, then the ready step that refreshes most and stands on the firmest ground.
    """
    raise NotImplementedError
