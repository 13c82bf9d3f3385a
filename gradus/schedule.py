"""From what is known to what comes next, with one sentence that says why.  Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

import numpy as np

from gradus.goals import Path, path
from gradus.graph import Graph
from gradus.mastery import NOTHING, ConceptState, Standing, Standings, StepState, concept_states, needs, step_states
from gradus.memory import NOTHING as NO_RECORD
from gradus.memory import Gate, Memory, recall
from gradus.placement import ASSUME, Sitting, belief
from gradus.reviews import USUAL_DAY, Day, Reviews, mended, reviews
from gradus.vocabulary import Level, Roadmap, Step

ORDER = 0.2  # how much less the last step of the roadmap weighs than the first


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
    day: Day = USUAL_DAY,
    sitting: Sitting | None = None,
    goal: Collection[str] = (),
    recent: Iterable[str] = (),
) -> Plan:
    """One recommended step, and the reviews.  `goal` are its steps (goals.goal_steps); `recent` the steps tried lately, newest first.

    A step that was begun comes first, then the goal's path, then the ready step that refreshes most and stands on the firmest ground.
    """
    believed = belief(graph, sitting) if sitting else {}
    held = {s for s in graph.ids if memory.records.get(s, NO_RECORD).accepted}
    taken = held | {s for s in graph.ids if memory.gate(s) is Gate.ASSUMED or believed.get(s, 0.0) > ASSUME}
    todo, way = reviews(graph, memory, now, zone, day), path(graph, goal, memory, believed, day.minutes) if goal else None
    if todo.backlog:
        return Plan(None, (), todo, way)
    begun = next((r for r in recent if r in graph.nodes and r not in held), None)
    open_ones = [s for s in graph.ids if s not in taken and all(b in taken for b in graph.before[s])]
    if begun:
        chosen, reason, role = begun, f"You began “{roadmap.ready[begun].title}” and have not finished it.", "continue"
    elif way and (ahead := [s for s in way.steps if s in open_ones]):
        chosen = best_new(graph, memory, now, ahead, believed)
        count = len(way.steps)
        reason, role = f"It is on the way to your goal, {'the last step' if count == 1 else f'one of {count} steps'}.", "start"
    elif plain := [s for s in open_ones if not graph.nodes[s].stretch] or open_ones:
        chosen = best_new(graph, memory, now, plain, believed)
        repeated = [d for d in todo.due if graph.repeats[graph.at[chosen], graph.at[d.step]] > 0]
        reason = "You have all it needs"
        reason += f", and it repeats {len(repeated)} of the reviews that are due." if repeated else ", and it comes next in the roadmap."
        role = "start"
    else:
        return Plan(None, (), todo, way)
    check = tuple(b for b in graph.before[chosen] if b not in held)
    return Plan(Next(roadmap.ready[chosen], reason, role), tuple(sorted(check, key=lambda b: believed.get(b, 0.0))), todo, way)


def best_new(graph: Graph, memory: Memory, now: datetime, ready: Collection[str], believed: Mapping[str, float]) -> str:
    """Of the ready steps the one that brings most for its minutes: itself, as firm as the ground it stands on, and what it repeats.

    Never build on sand: its own worth is the recall of its weakest prerequisite.  The author's order weighs a little.
    """
    gains = mended(graph, memory, now)
    columns, need = [graph.at[s] for s in gains], np.array(list(gains.values()))

    def ground(step: str) -> float:
        if card := memory.card(step):
            return recall(card, now)
        return 1.0 if memory.records.get(step, NO_RECORD).accepted else believed.get(step, 0.0)

    def worth(step: str) -> float:
        weakest = min((ground(b) for b in graph.before[step]), default=1.0)
        repeated = float(graph.repeats[graph.at[step], columns] @ need) if columns else 0.0
        return (weakest + repeated) / graph.nodes[step].minutes * (1 - ORDER * graph.at[step] / len(graph.ids))

    return max(ready, key=worth)
