"""All that the record says about a learner, as the pure modules of mastery take it.  Reads only.

Of work in the workspace a step's events end with its first acceptance: after that the answer lies there, and running it again shows
no memory.  From then on only reviews count, which begin with the starter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from typing import Any

from gradus import clock, placement, trial
from gradus.graph import Graph, graph
from gradus.history import WORK
from gradus.learner import Learner
from gradus.memory import Event, Memory, Rating, remember
from gradus.placement import Answer, Sitting, Tick
from gradus.reviews import DAILY_MINUTES, Day, saved
from gradus.store import evidence, statements
from gradus.store.evidence import Attempt
from gradus.store.schema import read_moment
from gradus.store.statements import Statement
from gradus.vocabulary import Outcome

LOGGED = "logged"  # the fact of a rating that was imported: nobody judged it here
KEPT = 50  # learners whose memory is kept between two requests
REMEMBERED_DAYS = 6  # before today, whose unused review minutes are carried over


@dataclass(frozen=True)
class Recollection:
    """What a learner did and said, and what follows from it at `now`."""

    learner: Learner
    now: datetime  # UTC
    zone: tzinfo
    attempts: tuple[Attempt, ...]
    statements: tuple[Statement, ...]
    version: tuple[int, int] | None = None  # the newest rows read; None: made up, so that nothing computed from it is kept

    @cached_property
    def graph(self) -> Graph:
        """The steps that can be done."""
        return _graph(self.learner)

    @cached_property
    def sitting(self) -> Sitting | None:
        """What was said in placement, as far as a sitting has ended; None while there was none."""
        return sitting(self) if self.ended else None

    @cached_property
    def ended(self) -> Statement | None:
        """The end of the last sitting."""
        ends = [s for s in self.statements if s.about == "sitting" and s.value.get("event") == "ended"]
        return ends[-1] if ends else None

    @cached_property
    def assumed(self) -> Mapping[str, datetime]:
        """Steps that placement assumes, with the moment at which it does."""
        return placement.assumed(self.graph, self.sitting, read_moment(self.ended.at)) if self.sitting and self.ended else {}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What memory is computed from."""
        return tuple(events(self.attempts, self.learner.today))

    @cached_property
    def memory(self) -> Memory:
        """What the learner remembers; computed once for a state of the record, since it does not depend on the time."""
        key = (str(self.learner.store.url), self.learner.id)
        kept = _memories.get(key)
        state = (self.version, dict(self.learner.renamed))
        if self.version and kept and kept[0] is self.learner.roadmap and kept[1] == state:
            return kept[2]
        found = remember(self.graph, self.events, self.assumed, self.learner.renamed)
        if self.version:
            if len(_memories) > KEPT:
                _memories.clear()
            _memories[key] = (self.learner.roadmap, state, found)
        return found

    @cached_property
    def daily_minutes(self) -> float:
        """The learner's setting."""
        found = said(self.statements, "minutes").get("")
        return float(found) if found else DAILY_MINUTES

    @cached_property
    def goal(self) -> str | None:
        """The concept that the learner wants to reach, if it is still on the roadmap."""
        found = said(self.statements, "goal").get("")
        return found if found in self.learner.roadmap.concepts else None

    @cached_property
    def day(self) -> Day:
        """What was reviewed on the present local day, and what was left over before."""
        spent = review_minutes(self.attempts, self.zone)
        today = self.now.astimezone(self.zone).date()
        before = {(today - timedelta(days=n)).isoformat(): 0.0 for n in range(1, REMEMBERED_DAYS + 1)}
        first = min(spent, default=None)
        week = {d: spent.get(d, 0.0) for d in before if first is not None and d >= first}
        return Day(self.daily_minutes, spent.get(today.isoformat(), 0.0), saved(week, self.daily_minutes))


def recollect(learner: Learner, now: datetime | None = None, zone: tzinfo | None = None) -> Recollection:
    """Read it all in one state of the database."""
    with learner.store.read() as c:
        facts, spoken = evidence.attempts(c, learner.id), statements.whole(c, learner.id)
        version = (evidence.newest(c, learner.id), statements.newest(c, learner.id))
    return Recollection(learner, now or clock.now(), zone or clock.zone(), tuple(facts), tuple(spoken), version)


def said(rows: Iterable[Statement], about: str) -> dict[str, Any]:
    """The newest value of every name that was stated about this; what was taken back (None) is left out."""
    newest = {s.name: s.value for s in rows if s.about == about}
    return {name: value for name, value in newest.items() if value is not None}


def events(attempts: Iterable[Attempt], today: Callable[[str], str]) -> Iterable[Event]:
    """The rows that say something about memory, in the order in which they happened."""
    solved: set[str] = set()
    for a in attempts:
        step, asked, fact = today(a.step), a.detail.get("trial"), a.fact
        if asked and fact == trial.HINT:
            fact = "hint"
        elif fact not in {*WORK, LOGGED} and not (asked and fact == trial.GAVE_UP):
            continue
        if asked or fact == LOGGED or step not in solved:
            rating = Rating(a.detail["rating"]) if fact == LOGGED else None
            minutes = a.detail.get("minutes") if fact == LOGGED else a.minutes
            yield Event(
                a.uid, a.step, fact, read_moment(a.at), a.seed, minutes, a.detail.get("mistake"), tuple(a.detail.get("blames", ())),
                a.step_hash, rating,
            )  # fmt: skip
        if fact == Outcome.ACCEPTED:
            solved.add(step)


def sitting(known: Recollection, running: bool = False) -> Sitting:
    """The ticks, and the answers since the last whole sitting began; of sittings that never ended only when `running` ones are wanted."""
    ended = {s.name for s in known.statements if s.about == "sitting" and s.value.get("event") == "ended"}
    begun = [s for s in known.statements if s.about == "sitting" and s.value.get("event") == "begun" and (running or s.name in ended)]
    last_whole = max((n for n, s in enumerate(begun) if not s.value.get("steps")), default=0)
    counted = {s.name for s in begun[last_whole:]}
    today = known.learner.today
    answers = [
        Answer(today(a.step), a.fact in (trial.PASSED, Outcome.ACCEPTED), a.fact == trial.UNKNOWN, read_moment(a.at))
        for a in known.attempts
        if a.detail.get("sitting") in counted and a.fact in {trial.PASSED, trial.FAILED, trial.UNKNOWN, Outcome.ACCEPTED}
    ]
    ticks = {track: Tick(value) for track, value in said(known.statements, "tick").items() if value in {*Tick}}
    solved = {today(a.step) for a in known.attempts if a.fact == Outcome.ACCEPTED}
    return Sitting(ticks, tuple(answers), frozenset(solved))


def review_minutes(attempts: Iterable[Attempt], zone: tzinfo) -> dict[str, float]:
    """Minutes spent on reviews by local day; a run whose minutes are not known counts none."""
    spent: dict[str, float] = {}
    for a in attempts:
        if a.detail.get("purpose") == trial.REVIEW:
            day = read_moment(a.at).astimezone(zone).date().isoformat()
            spent[day] = spent.get(day, 0.0) + (a.minutes or 0.0)
    return spent


_memories: dict[tuple[str, int], tuple[object, object, Memory]] = {}
_graphs: dict[int, tuple[object, Graph]] = {}


def _graph(learner: Learner) -> Graph:
    """One graph for a roadmap: it does not change while it is loaded."""
    kept = _graphs.get(id(learner.roadmap))
    if kept is None or kept[0] is not learner.roadmap:
        kept = (learner.roadmap, graph(learner.roadmap))
        _graphs.clear()
        _graphs[id(learner.roadmap)] = kept
    return kept[1]
