"""How long a learner worked on a submission: from opening the step, or from the run before, to handing in."""

from __future__ import annotations

from datetime import timedelta

from gradus.learner import Learner
from gradus.store import openings, submissions
from gradus.store.schema import now, read_moment

LONGEST = timedelta(hours=3)  # whoever was away longer sat down anew


def sit_down(learner: Learner, place: str, trial: str | None = None) -> None:
    """The step (or "review ID") was opened.  Opening it again while at work changes nothing."""
    with learner.store.read() as c:
        began = _since(learner, place, trial, openings.get(c, learner.id, place))
    if began is None:
        with learner.store.write() as c:
            openings.put(c, learner.id, place, now())


def worked(learner: Learner, place: str, trial: str | None = None) -> float | None:
    """Minutes since then; None when nobody knows when it was opened, or so long ago that it says nothing."""
    with learner.store.read() as c:
        began = _since(learner, place, trial, openings.get(c, learner.id, place))
    if began is None:
        return None
    return round((read_moment(now()) - read_moment(began)).total_seconds() / 60, 2)


def _since(learner: Learner, place: str, trial: str | None, opened: str | None) -> str | None:
    """The later one of the opening and the run before, unless it is too long ago or, by a clock put back, still to come."""
    names = learner.names(place) if trial is None else None
    with learner.store.read() as c:
        last = submissions.last_at(c, learner.id, names, trial)
    began = max(filter(None, (opened, last)), default=None)
    if began is None:
        return None
    away = read_moment(now()) - read_moment(began)
    return began if timedelta() <= away <= LONGEST else None
