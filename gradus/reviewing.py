"""Reviews: what is due, a step solved again on a fresh variant, and what a review moved.  The judge rates, never the learner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gradus import asking, memory, reviews, trial
from gradus.asking import Asked
from gradus.learner import Learner, Refused
from gradus.memory import Gate, Rating
from gradus.recollection import Recollection, recollect
from gradus.reviews import Reviews
from gradus.store import trials
from gradus.store.schema import read_moment

STALE = timedelta(days=1)  # a review left open longer is begun anew, on another variant
SMALLEST = 0.005  # a change of the chance to solve a step that is worth telling


def due(known: Recollection) -> Reviews:
    """What is due by the end of the local day, and what to do of it today."""
    return reviews.reviews(known.graph, known.memory, known.now, known.zone, known.day)


def running(learner: Learner, now: datetime, step: str | None = None) -> Asked | None:
    """The review that was begun lately and not ended, of that step if one is named."""
    with learner.store.read() as c:
        row = trials.last(c, learner.id, trial.REVIEW, learner.names(step) if step else None)
    if row is None or now - read_moment(row.at) > STALE or learner.today(row.step) not in learner.roadmap.ready:
        return None
    found = asking.asked(learner, row.id)
    return None if found.ended else found


def begin(learner: Learner, step: str | None = None) -> Asked:
    """Go on with the review that is open, else begin one: of that step, else the one that settles most.  Raises Refused."""
    known = recollect(learner)
    if step is None:
        if found := running(learner, known.now):
            return found
        step = _first(known)
    wanted = learner.step(step)
    if found := running(learner, known.now, wanted.id):
        return found
    record = known.memory.records.get(wanted.id)
    if record is None or record.card is None:
        say = f"You have not solved “{wanted.title}” yet; a review asks again what you could do once."
        raise Refused("not_learned", say, f"Open it with `gradus open {wanted.id}`.")
    return asking.begin(learner, wanted, trial.REVIEW)


def _first(known: Recollection) -> str:
    found = due(known)
    if found.today:
        return found.today[0].step
    if found.due:
        return found.due[0].step
    raise Refused(
        "nothing_due", "No review is due today.", "Go on with `gradus next`, or review a step of your choice: `gradus review STEP`."
    )


@dataclass(frozen=True)
class Moved:
    """What a review changed about one step."""

    step: str
    title: str
    recall: tuple[float | None, float]  # the chance to solve it now, before and after
    due: tuple[datetime | None, datetime]  # UTC
    gate: tuple[Gate, Gate]
    own: bool  # the step that was solved, not one that it exercises


@dataclass(frozen=True)
class Ended:
    """A review that is over, or how it stands."""

    asked: Asked
    rating: Rating | None  # None: the judge has not rated it yet
    because: str
    moved: tuple[Moved, ...]  # the reviewed step first
    left: Reviews  # what is still due


def ended(learner: Learner, id: int) -> Ended:
    """The end card: the judge's rating and what moved, from the same evidence with and without this review."""
    what = asking.asked(learner, id)
    now = recollect(learner)
    before = replace(now, attempts=tuple(a for a in now.attempts if a.detail.get("trial") != what.trial.uid), version=None)
    own = {a.uid for a in now.attempts if a.detail.get("trial") == what.trial.uid}
    record = now.memory.records.get(what.step.id)
    rated = next((r for r in reversed(record.ratings) if r.uid in own), None) if record else None
    moved = sorted(_moved(before, now, what.step.id), key=lambda m: (not m.own, -(m.recall[1] - (m.recall[0] or 0.0))))
    return Ended(what, rated.rating if rated else None, rated.because if rated else "", tuple(moved), due(now))


def _moved(before: Recollection, now: Recollection, own: str) -> list[Moved]:
    found, titles = [], now.learner.roadmap.planned
    for step, record in now.memory.records.items():
        old = before.memory.records.get(step)
        if record.card is None or step not in titles:
            continue
        was = old.card if old else None
        chance = (memory.recall(was, now.now) if was else None, memory.recall(record.card, now.now))
        gates = (old.gate if old else Gate.NONE, record.gate)
        if was is None or was.due != record.card.due or abs(chance[1] - (chance[0] or 0.0)) > SMALLEST or gates[0] != gates[1]:
            found.append(Moved(step, titles[step].title, chance, (was.due if was else None, record.card.due), gates, step == own))
    return found
