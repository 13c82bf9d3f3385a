"""Which reviews are due and which to do today: knock-out choice, at most 35 % of the day, and what a backlog changes.  Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

import numpy as np

from gradus.card import DAY, Rating, curve, recall, reviewed
from gradus.graph import Graph
from gradus.memory import Memory

SHARE = 0.35  # of the learner's minutes
BACKLOG_DAYS = 3
DAILY_MINUTES = 40.0
AGAIN_SHARE = 0.4  # re-solving takes this part of the first time, until the learner's own minutes say otherwise
SHORTEST = 2.0  # minutes
ASSUMED_WEIGHT = 0.5  # what is only assumed waits behind what was earned
HORIZON = 60  # days over which the effect of a review is counted
ENOUGH = 0.6  # repeated this much inside another review, a due step has had its turn for the day


@dataclass(frozen=True, slots=True)
class Due:
    """A review that is due."""

    step: str
    due: datetime  # UTC
    recall: float  # the chance to solve it cold now
    minutes: float  # expected: the learner's own pace where known
    assumed: bool  # placement assumed it; nothing proves it yet


@dataclass(frozen=True, slots=True)
class Pick:
    """A review to do: `step` may not be due itself, if solving it refreshes several that are."""

    step: str
    minutes: float
    refreshes: tuple[str, ...]  # due steps that a pass would move, itself included when due
    reason: str  # one sentence


@dataclass(frozen=True)
class Day:
    """What the learner has done on the present local day."""

    minutes: float = DAILY_MINUTES  # the setting
    reviewed: float = 0.0  # minutes of review so far today
    saved: float = 0.0  # minutes of review not used on the six days before (see `saved`)


USUAL_DAY = Day()


@dataclass(frozen=True)
class Reviews:
    """The reviews of today."""

    today: tuple[Pick, ...]  # in order; their minutes and those already reviewed stay within the share (the whole day in a backlog)
    due: tuple[Due, ...]  # all that is due by the end of the local day, lowest recall first
    minutes: float  # expected, for all of `due`
    backlog: bool  # more than three days' worth is due: new steps are paused
    say: str  # one sentence about it, "" when nothing is due


def reviews(graph: Graph, memory: Memory, now: datetime, zone: tzinfo, day: Day = USUAL_DAY) -> Reviews:
    """What is due by the end of the local day and what to do of it today."""
    due = due_by(graph, memory, now, end_of_day(now, zone))
    minutes = sum(d.minutes for d in due)
    proven = sum(d.minutes for d in due if not d.assumed)
    backlog = proven > BACKLOG_DAYS * day.minutes
    budget = max(0.0, (day.minutes if backlog else min(day.minutes, SHARE * day.minutes + day.saved)) - day.reviewed)
    today = knock_out(graph, memory, due, now, budget)
    return Reviews(today, due, minutes, backlog, _say(due, minutes, backlog, today, day))


def end_of_day(now: datetime, zone: tzinfo) -> datetime:
    """The next local midnight, in UTC; on a day that changes the clocks it is 23 or 25 hours after the last one."""
    local = now.astimezone(zone)
    return datetime.combine(local.date() + timedelta(days=1), time(), zone).astimezone(UTC)


def due_by(graph: Graph, memory: Memory, now: datetime, until: datetime) -> tuple[Due, ...]:
    """The cards due before `until`, proven ones first, lowest recall first."""
    pace = own_pace(graph, memory)
    found = []
    for step, record in memory.records.items():
        if record.card and step in graph.nodes and record.card.due < until:
            minutes = expected_minutes(graph, memory, step, pace)
            found.append(Due(step, record.card.due, recall(record.card, now), minutes, record.card.assumed))
    return tuple(sorted(found, key=lambda d: (d.assumed, d.recall, graph.at[d.step])))


def mended(graph: Graph, memory: Memory, now: datetime) -> dict[str, float]:
    """By step with a card: the recall that a pass now would add, on average over the next HORIZON days, times the chance of passing.

    Not simply what is forgotten: of two reviews for the same minutes the one is worth more whose effect lasts.
    """
    steps = [s for s, r in memory.records.items() if r.card and s in graph.nodes]
    cards = [c for s in steps if (c := memory.card(s))]
    if not cards:
        return {}
    ahead = np.linspace(0, HORIZON, 7)
    since = np.array([max(0.0, (now - c.reviewed) / DAY) for c in cards])
    kept = np.array([c.stability for c in cards])
    after = np.array([reviewed(c, c.step, Rating.GOOD, now).stability for c in cards])
    gained = (curve(ahead, after[:, None]) - curve(ahead + since[:, None], kept[:, None])).mean(1)
    weight = np.array([ASSUMED_WEIGHT if c.assumed else 1.0 for c in cards])
    return dict(zip(steps, (weight * curve(since, kept) * gained).tolist(), strict=True))


def knock_out(graph: Graph, memory: Memory, due: tuple[Due, ...], now: datetime, budget: float) -> tuple[Pick, ...]:
    """Again and again the step whose pass mends most for its minutes, while it fits the budget.

    It must refresh something that is due but need not be due itself; what it repeats counts whether due or not.
    """
    gains = mended(graph, memory, now) if due else {}
    late = {d.step for d in due}
    earned = {s for s, r in memory.records.items() if r.card and not r.card.assumed}
    able = sorted((s for s in gains if s in late or s in earned), key=graph.at.__getitem__)
    if not able:
        return ()
    rows = [graph.at[s] for s in able]
    worth, need = graph.repeats[np.ix_(rows, rows)], np.array([gains[s] for s in able])
    waiting = np.array([float(s in late) for s in able])
    pace, left = own_pace(graph, memory), budget
    minutes = np.array([expected_minutes(graph, memory, s, pace) for s in able])
    picks: list[Pick] = []
    while True:
        fits = (minutes <= left) & (worth @ waiting > 0)
        value = np.where(fits, worth @ need / minutes, 0.0)
        i = int(value.argmax())
        if value[i] <= 0:
            return tuple(picks)
        refreshed = tuple(s for s, w, open_one in zip(able, worth[i], waiting, strict=True) if w > 0 and open_one > 0)
        picks.append(Pick(able[i], float(minutes[i]), refreshed, _reason(able[i], refreshed)))
        left -= float(minutes[i])
        need = need * (1 - worth[i])
        waiting = np.where(worth[i] >= ENOUGH, 0.0, waiting)
        minutes[i] = np.inf  # once a day


def own_pace(graph: Graph, memory: Memory) -> float:
    """The learner's minutes over the authors', the median of the last accepted answers; 1 until there are five."""
    ratios = [r.minutes[0] / graph.nodes[s].minutes for s, r in memory.records.items() if r.minutes and s in graph.nodes]
    return float(np.clip(np.median(ratios), 0.3, 3.0)) if len(ratios) >= 5 else 1.0


def expected_minutes(graph: Graph, memory: Memory, step: str, pace: float | None = None) -> float:
    """How long re-solving a step will take: from the learner's own last review of it, else the pace and the author's minutes."""
    pace = own_pace(graph, memory) if pace is None else pace
    usual = AGAIN_SHARE * graph.nodes[step].minutes * pace
    own = memory.records[step].minutes[1:] if step in memory.records else ()
    return max(SHORTEST, (usual + sum(own[-2:])) / (1 + len(own[-2:])))


def saved(spent: Mapping[str, float], minutes: float) -> float:
    """Review minutes not used on the six days before today, given what was spent on each of them by local date.

    So a review that is longer than a day's share has its turn, and no week holds more than the share of a week.
    """
    return max(0.0, 6 * SHARE * minutes - sum(spent.values()))


def _reason(step: str, refreshed: tuple[str, ...]) -> str:
    others = [s for s in refreshed if s != step]
    if step in refreshed:
        return "It is due." if not others else f"It is due, and solving it repeats {len(others)} more that {_are(len(others))} due."
    return f"It is not due itself; solving it repeats {len(others)} that {_are(len(others))} due."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _say(due: tuple[Due, ...], minutes: float, backlog: bool, today: tuple[Pick, ...], day: Day) -> str:
    if not due:
        return ""
    head = f"{len(due)} {'review is' if len(due) == 1 else 'reviews are'} due, about {minutes:.0f} minutes in all"
    if backlog:
        return f"{head}: more than {BACKLOG_DAYS} days' worth, so new steps wait until it is worked off; today at most {day.minutes:.0f} minutes."
    if not today:
        return f"{head}; today's share for reviews is used."
    return f"{head}; {len(today)} of them fit into today's share of {SHARE:.0%}." if len(today) < len(due) else f"{head}."
