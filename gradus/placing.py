"""Find my place: ticks and at most twenty short questions, judged for real; testing out of a concept is the same in small.

A question is one question of a drill or a small step, on a seed of its own.  Nothing is said about right or wrong until the sitting
ends; it can be left at any moment and taken up again, because all of it is in the record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from gradus import asking, placement, planning, trial
from gradus.asking import Asked
from gradus.drilling import Drill
from gradus.grading import judge
from gradus.history import COUNTS
from gradus.kinds.drill_run import run
from gradus.learner import Learner, Refused
from gradus.memory import Gate
from gradus.placement import MINUTES, QUESTIONS, Label, Question, Sitting, Tick
from gradus.recollection import Recollection, recollect, said, sitting
from gradus.store import trials
from gradus.store.schema import uid
from gradus.vocabulary import Outcome, Roadmap, Step

TO_TEST_OUT = 5  # questions at most about one concept, or before one step
SHORTEST = 1.0  # minutes: nobody reads and answers a question faster


@dataclass(frozen=True)
class Place:
    """Where a sitting stands."""

    sitting: str | None  # its name; None before the first
    about: str  # the concept or step it is about, "" for the whole roadmap
    running: bool
    resumable: bool  # it was stopped and can be taken up again
    ticks: Mapping[str, Tick]
    question: Question | None
    asked: Asked | None  # the trial that asks it
    answered: int
    at_most: int  # questions of this sitting
    minutes: float  # at most, for all of them
    labels: Mapping[str, Label]  # of every step that can be done; {} before the first sitting


def askable(roadmap: Roadmap) -> dict[str, float]:
    """Steps that can be asked in at most three minutes, with their minutes: small ones whole, of a drill one question."""
    return dict(_askable(_Book(roadmap)))


class _Book:
    """A roadmap by identity: it does not change while it is loaded."""

    def __init__(self, roadmap: Roadmap) -> None:
        self.roadmap = roadmap

    def __hash__(self) -> int:
        return id(self.roadmap)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Book) and self.roadmap is other.roadmap


@lru_cache(maxsize=4)
def _askable(book: _Book) -> tuple[tuple[str, float], ...]:
    found = []
    for id, step in book.roadmap.ready.items():
        if step.kind == "drill":
            drill: Drill = step.load()
            found.append((id, min(MINUTES, max(SHORTEST, step.minutes / drill.run))))
        elif step.minutes <= MINUTES and not step.builds_on:
            found.append((id, float(step.minutes)))
    return tuple(found)


def ahead(learner: Learner, about: str = "") -> tuple[int, float]:
    """The total, shown beforehand: at most this many questions and minutes.  Raises Refused when nothing can be asked."""
    known = recollect(learner)
    steps = _about(known, about)
    return placement.most(_questions(known, steps, about), TO_TEST_OUT if about else QUESTIONS)


def _about(known: Recollection, about: str) -> Collection[str]:
    """The steps that a small sitting is about; () for the whole roadmap."""
    if not about:
        return ()
    learner = known.learner
    if about in learner.roadmap.concepts:
        return placement.testing_out(known.graph, about)
    step = learner.step(about).id
    before = sitting(known)
    return tuple(dict.fromkeys([*placement.confirm(known.graph, before, step), step]))


def _questions(known: Recollection, steps: Collection[str], about: str) -> dict[str, float]:
    found = askable(known.learner.roadmap)
    solved = sitting(known).known
    usable = {i: m for i, m in found.items() if i not in solved and (not steps or i in steps)}
    if not usable:
        say = "Nothing that you have not solved can be asked here in three minutes."
        raise Refused("nothing_to_ask", say, f"Open {about or 'a step'} instead: the order is free, and what you can do is done fast.")
    return usable


def challenge(known: Recollection, step: str) -> float | None:
    """The minutes of the short question that an unsure step opens with; None where placement is sure, or nothing short can be asked."""
    if known.sitting is None or known.memory.gate(step) is not Gate.NONE:
        return None
    unsure = placement.labels(known.graph, known.sitting).get(step) is Label.UNSURE
    return askable(known.learner.roadmap).get(step) if unsure else None


def begin(learner: Learner, ticks: Mapping[str, str] | None = None, about: str = "") -> Place:
    """Begin a sitting, or take up the one of this sort that is open or was stopped.  Raises Refused."""
    known = recollect(learner)
    for track, tick in (ticks or {}).items():
        if track not in {t.id for t in learner.roadmap.tracks} or tick not in {*Tick}:
            raise Refused(
                "unreadable_request", f"{track} = {tick} is no tick.", "A tick is never, some or solid, for a track of the roadmap."
            )
        if said(known.statements, "tick").get(track) != tick:
            planning.state(learner, "tick", track, tick)
    open_one = _last(known)
    if open_one and open_one.about == about and (open_one.running or open_one.stopped):
        if not open_one.running:
            planning.state(learner, "sitting", open_one.name, {"event": "resumed"})
    else:
        if open_one and open_one.running:
            planning.state(learner, "sitting", open_one.name, {"event": "ended", "stopped": True})
        steps = _about(known, about)
        _questions(known, steps, about)
        planning.state(learner, "sitting", uid(), {"event": "begun", "about": about, "steps": list(steps)})
    return place(learner)


@dataclass(frozen=True)
class _Open:
    name: str
    about: str
    steps: tuple[str, ...]
    running: bool
    stopped: bool


def _last(known: Recollection) -> _Open | None:
    """The sitting that was begun or taken up last."""
    spoken = [s for s in known.statements if s.about == "sitting"]
    if not spoken:
        return None
    name = spoken[-1].name
    mine = [s.value for s in spoken if s.name == name]
    first: dict[str, Any] = next((v for v in mine if v.get("event") == "begun"), {})
    over = mine[-1].get("event") == "ended"
    return _Open(name, str(first.get("about", "")), tuple(first.get("steps", ())), not over, over and bool(mine[-1].get("stopped")))


def place(learner: Learner) -> Place:
    """How the last sitting stands; puts the next question, or ends the sitting when there is none."""
    known = recollect(learner)
    last = _last(known)
    ticks = {track: Tick(v) for track, v in said(known.statements, "tick").items() if v in {*Tick}}
    if last is None:
        most = placement.most(askable(learner.roadmap), QUESTIONS)
        return Place(None, "", False, False, ticks, None, None, 0, *most, {})
    if not last.running:
        return _over(known, last, ticks)
    now = sitting(known, running=True)
    mine = sum(a.detail.get("sitting") == last.name and a.fact in asking.ENDS for a in known.attempts)
    limit = (TO_TEST_OUT if last.steps else QUESTIONS) + len(now.answers) - mine
    today = tuple(learner.today(s) for s in last.steps)
    question = placement.ask(known.graph, now, askable(learner.roadmap), limit, today or None)
    if question is None or mine >= (TO_TEST_OUT if last.steps else QUESTIONS):
        planning.state(learner, "sitting", last.name, {"event": "ended", "stopped": False})
        return place(learner)
    what = _put(learner, learner.step(question.step), last.name)
    most = placement.most(_still(known, today, now), limit - len(now.answers) + mine)
    return Place(last.name, last.about, True, False, ticks, question, what, mine, most[0], most[1], {})


def _still(known: Recollection, steps: Collection[str], now: Sitting) -> dict[str, float]:
    found = askable(known.learner.roadmap)
    return {i: m for i, m in found.items() if i not in now.known and (not steps or i in steps)} or found


def _over(known: Recollection, last: _Open, ticks: Mapping[str, Tick]) -> Place:
    now = sitting(known)
    mine = sum(a.detail.get("sitting") == last.name and a.fact in asking.ENDS for a in known.attempts)
    most = placement.most(_still(known, last.steps, now), TO_TEST_OUT if last.steps else QUESTIONS)
    labels = placement.labels(known.graph, now)
    return Place(last.name, last.about, False, last.stopped, ticks, None, None, mine, *most, labels)


def _put(learner: Learner, step: Step, name: str) -> Asked:
    """The trial that asks this step in the sitting: the one that waits for its answer, else a new one."""
    with learner.store.read() as c:
        row = trials.last(c, learner.id, trial.PLACE, learner.names(step.id))
    if row is not None and row.sitting == name:
        found = asking.asked(learner, row.id)
        if found.ended is None:
            return found
    return asking.begin(learner, step, trial.PLACE, name, _one_of(step) if step.kind == "drill" else None)


def _one_of(step: Step) -> Callable[[int], str]:
    """Which question of a drill is asked on a seed: one that is typed, where there is one, because it is hard to guess."""

    def choose(seed: int) -> str:
        drawn = run(step, seed)
        typed = [id for id, d in drawn.items() if d.question.form not in ("choice", "order")]
        return (typed or list(drawn))[seed % len(typed or drawn)]

    return choose


def answer(learner: Learner, text: str | None = None, files: Mapping[str, str] | None = None) -> tuple[Place, str]:
    """Answer the question that is put; the next one, and why this answer could not be read ("" if it could).  Raises Refused.

    `text` is what was typed; for a small step `files`, or None for what stands in the trial's folder.
    """
    here = _asked(learner)
    assert here.asked is not None
    one = here.asked.trial.question
    judged = judge(learner, asking.hand_in(learner, here.asked.id, files, {one: text or ""} if one else None))
    outcome = Outcome(judged.verdict["outcome"])
    return place(learner), "" if outcome in COUNTS else str(judged.verdict["say"])


def unknown(learner: Learner) -> Place:
    """ "I don't know": a clean answer, and the next question.  Raises Refused."""
    here = _asked(learner)
    assert here.asked is not None
    asking.give_up(learner, here.asked.id)
    return place(learner)


def _asked(learner: Learner) -> Place:
    here = place(learner)
    if here.asked is None:
        raise Refused("no_question", "No question is put at the moment.", "Begin with `gradus place`.")
    return here


def stop(learner: Learner) -> Place:
    """Leave the sitting: what was answered counts, and it can be taken up again."""
    last = _last(recollect(learner))
    if last and last.running:
        planning.state(learner, "sitting", last.name, {"event": "ended", "stopped": True})
    return place(learner)
