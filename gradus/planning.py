"""What to do next and why: the plan of the day, the goal, the minutes a day, and the evidence behind a step."""

from __future__ import annotations

from gradus import goals, placement, schedule
from gradus import why as reasons
from gradus.goals import Path
from gradus.history import history
from gradus.learner import Learner, Refused
from gradus.recollection import Recollection, recollect
from gradus.schedule import Plan
from gradus.store import statements
from gradus.why import Why

LEAST, MOST = 5, 600  # minutes a day
RECENT = 5


def plan(learner: Learner, known: Recollection | None = None, recent: tuple[str, ...] | None = None) -> Plan:
    """One recommended step with its reason, what to check before it, the reviews, and the way to the goal."""
    known = known or recollect(learner)
    steps = goals.goal_steps(known.graph, known.goal) if known.goal else ()
    recent = history(learner).recent[:RECENT] if recent is None else recent
    return schedule.plan(
        known.graph, learner.roadmap, known.memory, known.now, known.zone, known.day, known.sitting, steps, recent
    )  # fmt: skip


def path(learner: Learner, concept: str, known: Recollection | None = None) -> Path:
    """The shortest valid way to a concept, hours and days as ranges.  Raises Refused."""
    known = known or recollect(learner)
    steps = goals.goal_steps(known.graph, known_concept(learner, concept))
    if not steps:
        title = learner.roadmap.concepts[concept].title
        say = f"“{title}” is planned: none of its steps can be done yet, so there is no way to it here."
        raise Refused("planned_concept", say, "Choose a concept with steps that are ready.")
    believed = placement.belief(known.graph, known.sitting) if known.sitting else None
    return goals.path(known.graph, steps, known.memory, believed, known.daily_minutes)


def known_concept(learner: Learner, concept: str) -> str:
    """A concept's id: as it is, or from one of its steps.  Raises Refused."""
    if concept in learner.roadmap.concepts:
        return concept
    if step := learner.roadmap.planned.get(learner.today(concept)):
        return step.concept
    raise Refused("unknown_concept", f"There is no concept {concept}.", "Look for it with `gradus find`, or on the map.")


def set_goal(learner: Learner, concept: str | None) -> Path | None:
    """Let this be the goal; None takes the goal back.  Raises Refused."""
    if concept is None:
        state(learner, "goal", "", None)
        return None
    concept = known_concept(learner, concept)
    found = path(learner, concept)
    state(learner, "goal", "", concept)
    return found


def set_minutes(learner: Learner, minutes: int) -> None:
    """How long the learner wants to work a day.  Raises Refused."""
    if not LEAST <= minutes <= MOST:
        raise Refused("unreadable_request", f"{minutes} minutes a day cannot be planned for.", f"Name a number from {LEAST} to {MOST}.")
    state(learner, "minutes", "", minutes)


def why(learner: Learner, step: str, known: Recollection | None = None) -> Why:
    """The evidence behind what Gradus says about a step.  Raises Refused."""
    known = known or recollect(learner)
    return reasons.why(known.graph, known.memory, learner.step(step).id, known.now, known.zone, known.sitting)


def state(learner: Learner, about: str, name: str, value: object) -> None:
    """Put on record what the learner stated."""
    with learner.store.write() as c:
        statements.say(c, learner.id, about, name, value)
