"""What to do next and why, the goal, the minutes a day, and the evidence behind a step."""

from __future__ import annotations

from typing import Annotated

import typer

from gradus import placing, planning, reviewing, study
from gradus.cli.current import step_or_current
from gradus.cli.learn import StepName, learner, nothing_left
from gradus.cli.terminal import commands, lines, plain
from gradus.goals import Path
from gradus.recollection import Recollection, recollect
from gradus.reviews import Reviews
from gradus.study import Learner

SHOWN = 12  # steps of a way that are listed


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("next")(next_)
    app.command("goal")(goal)
    app.command("minutes")(minutes)
    app.command("why")(why)


def next_() -> None:
    """Say what to do next, and why."""
    me = learner()
    known = recollect(me)
    found = planning.plan(me, known)
    print_reviews(found.reviews)
    if found.step is None:
        lines("New steps wait until the reviews are worked off." if found.reviews.backlog else nothing_left(me))
        commands([("gradus review", "do one now")] if found.reviews.due else [("gradus progress", "what you did")])
        return
    step = found.step.step
    concept = me.roadmap.concepts[step.concept].title
    lines(plain(step.title, "head"), f"{concept} · {step.kind}, {step.level}, {step.minutes} minutes", found.step.reason)
    rows = [(f"gradus open {step.id}", "write its files and say where"), (f"gradus show {step.id}", "read the lesson here")]
    if found.confirm:
        titles = ", ".join(me.roadmap.planned[s].title for s in found.confirm)
        lines(plain(f"It needs {titles}, which is assumed and not proven.", "quiet"))
        rows.append((f"gradus place {step.id}", "check that in a few minutes"))
    elif minutes := placing.challenge(known, step.id):
        rows.append((f"gradus place {step.id}", f"you may know it: one question, about {minutes:.0f} min"))
    if found.reviews.due:
        rows.append(("gradus review", "do a review first"))
    commands([*rows, (f"gradus why {step.id}", "the evidence behind this")])


def print_reviews(found: Reviews) -> None:
    """One line about what is due."""
    if found.due:
        many = f"{len(found.due)} review{'s' * (len(found.due) != 1)}"
        lines(plain(f"{many} due, about {found.minutes:.0f} minutes. {found.say}".rstrip(), "quiet"), "")


def goal(
    concept: Annotated[
        str | None, typer.Argument(metavar="[CONCEPT]", help="A concept's or a step's id; left out: the present goal.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Take the goal back.")] = False,
) -> None:
    """Set what you want to reach: the shortest way there, with hours as a range."""
    me = learner()
    if clear:
        planning.set_goal(me, None)
        lines("There is no goal now; the roadmap's order counts.")
        return
    if concept is None:
        known = recollect(me)
        if known.goal is None:
            lines("You have set no goal.")
            commands([("gradus goal CONCEPT", "the shortest way there"), ("gradus find WORD", "look for a concept")])
            return
        _print_way(me, known.goal, planning.path(me, known.goal, known), known)
        return
    way = planning.set_goal(me, concept)
    assert way is not None
    _print_way(me, planning.known_concept(me, concept), way, recollect(me))


def _print_way(me: Learner, concept: str, way: Path, known: Recollection) -> None:
    """The steps in order, the time as a range."""
    lines(plain(me.roadmap.concepts[concept].title, "head"))
    if not way.steps and not way.confirm:
        lines(plain("You have done all of it.", "good"))
        return
    a, b = way.days
    spent = f"{way.hours[0]:g} to {way.hours[1]:g} hours of work"
    lines(f"{len(way.steps)} step{'s' * (len(way.steps) != 1)}, {spent}: {a} to {b} days at {known.daily_minutes:.0f} minutes a day.")
    for n, step in enumerate(way.steps[:SHOWN], 1):
        lines(f"  {n:2}. {me.roadmap.planned[step].title}  ({step})")
    if len(way.steps) > SHOWN:
        lines(plain(f"      and {len(way.steps) - SHOWN} more", "quiet"))
    if way.confirm:
        lines(plain("Assumed and to be confirmed on the way: " + ", ".join(me.roadmap.planned[s].title for s in way.confirm), "quiet"))
    commands([("gradus next", "begin"), ("gradus minutes N", "change the minutes a day")])


def minutes(
    number: Annotated[int | None, typer.Argument(metavar="[N]", help="Minutes a day; left out: what is set.")] = None,
) -> None:
    """How long you want to work a day; reviews take at most 35 % of it."""
    me = learner()
    if number is not None:
        planning.set_minutes(me, number)
    lines(f"{recollect(me).daily_minutes:.0f} minutes a day.")


def why(step: StepName = None) -> None:
    """The evidence behind what Gradus says about a step, in plain words."""
    me = learner()
    found = planning.why(me, step_or_current(me, step))
    lines(plain(me.roadmap.planned[found.step].title, "head"), *found.sentences)
    known = recollect(me)
    plan = planning.plan(me, known)
    if plan.step and plan.step.step.id == found.step:
        lines(f"It is recommended now: {plan.step.reason}")
    elif pick := next((p for p in reviewing.due(known).today if p.step == found.step), None):
        lines(f"It is chosen for review: {pick.reason}")
    missing = [s for s in study.overview(me).missing(found.step) if s in me.roadmap.planned]
    if missing:
        lines(plain("Not proven yet, of what it builds on: " + ", ".join(me.roadmap.planned[s].title for s in missing) + ".", "quiet"))
        commands(
            [
                (f"gradus place {found.step}", "show in a few minutes that you know it"),
                (f"gradus open {found.step}", "or begin: the order is free"),
            ]
        )
