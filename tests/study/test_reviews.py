"""Reviews of a day, goals and the plan, on a made-up graph."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradus.goals import goal_steps, path
from gradus.graph import Graph, Node, graph
from gradus.memory import DAY, Event, Gate, Memory, remember
from gradus.placement import Sitting
from gradus.reviews import SHARE, Day, end_of_day, reviews, saved
from gradus.schedule import plan
from gradus.vocabulary import Concept, Level, PlannedStep, Roadmap, Step, Track
from gradus.why import why

START = datetime(2026, 3, 1, 20, tzinfo=UTC)
STEPS = {f"s{k}": (f"s{k - 1}",) if k % 4 else () for k in range(24)}  # six concepts of four steps in a row
ZONES = ["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Australia/Lord_Howe"]


def roadmap() -> Roadmap:
    concepts, made = [], {}
    for c in range(6):
        names = [f"s{k}" for k in range(4 * c, 4 * c + 4)]
        planned = tuple(PlannedStep(n, n.upper(), "code", Level.CORE, "", "", (), f"c{c}", "t") for n in names)
        concepts.append(Concept(f"c{c}", f"C{c}", f"c{c}", "t", (f"c{c - 1}",) if c % 2 else (), planned))
        for k, n in enumerate(names):
            made[n] = Step(n, n.upper(), "code", Level.CORE, 20, f"c{c}", "t", Path("."), "h", exercises={names[k - 1]: 0.6} if k else {})
    return Roadmap("r", (Track("t", "T", "T", "", tuple(concepts)),), (), made, (), Path("."), frozenset(made))


BOOK = roadmap()
GRAPH = graph(BOOK)
events = st.lists(
    st.builds(
        lambda k, s, fact, h, m: Event(f"{k:05}", s, fact, START + timedelta(hours=h), k, m),
        st.integers(0, 10_000), st.sampled_from(GRAPH.ids), st.sampled_from(["accepted", "accepted", "rejected", "gave_up"]), st.integers(0, 1500),
        st.sampled_from([None, 4.0, 40.0]),
    ),
    max_size=40, unique_by=lambda e: e.uid,
)  # fmt: skip


def learned(count: int) -> Memory:
    return remember(GRAPH, [Event(f"{k:03}", f"s{k}", "accepted", START + timedelta(minutes=k), k, 20.0) for k in range(count)])


@given(events, st.integers(0, 120), st.sampled_from(ZONES), st.floats(10, 240), st.floats(0, 60))
@settings(max_examples=60)
def test_reviews_keep_to_their_share_and_a_backlog_to_the_day(told: list[Event], days: int, zone: str, minutes: float, done: float) -> None:
    todo = reviews(GRAPH, remember(GRAPH, told), START + days * DAY, ZoneInfo(zone), Day(minutes, done))
    spent = sum(p.minutes for p in todo.today)
    assert spent + done <= max(done, (minutes if todo.backlog else SHARE * minutes) + 1e-6)
    assert len({p.step for p in todo.today}) == len(todo.today)
    assert {s for p in todo.today for s in p.refreshes} <= {d.step for d in todo.due}


def test_a_backlog_over_three_days_pauses_new_steps_and_is_worked_off() -> None:
    memory, zone = learned(24), ZoneInfo("UTC")
    now, day = START + 40 * DAY, Day(30.0)
    assert plan(GRAPH, BOOK, learned(3), START + DAY, zone, day).step
    first = plan(GRAPH, BOOK, memory, now, zone, day)
    assert first.reviews.backlog
    assert first.step is None
    told = [Event(f"{k:03}", f"s{k}", "accepted", START + timedelta(minutes=k), k, 20.0) for k in range(24)]
    for evening in range(12):
        todo = reviews(GRAPH, remember(GRAPH, told), now, zone, day)
        if not todo.backlog:
            break
        assert 0 < sum(p.minutes for p in todo.today) <= 30
        told += [Event(f"{evening:02}-{k}", p.step, "accepted", now, 100 * evening + k, p.minutes) for k, p in enumerate(todo.today)]
        now += DAY
    assert not todo.backlog


def test_one_review_that_repeats_several_is_chosen_before_each_of_them() -> None:
    todo = reviews(GRAPH, learned(4), START + 60 * DAY, ZoneInfo("UTC"), Day(40.0))
    assert todo.today[0].step in {"s2", "s3"}
    assert len(todo.today[0].refreshes) >= 3


@given(st.sampled_from(ZONES), st.integers(0, 24 * 500))
def test_a_local_day_ends_at_local_midnight_also_when_the_clocks_change(zone: str, hours: int) -> None:
    now = START + timedelta(hours=hours)
    end = end_of_day(now, ZoneInfo(zone))
    local = end.astimezone(ZoneInfo(zone))
    assert timedelta(0) < end - now <= timedelta(hours=25)
    assert local.date() == now.astimezone(ZoneInfo(zone)).date() + DAY
    assert local.hour == 0


@given(events, st.integers(0, 60))
@settings(max_examples=30)
def test_a_zone_changes_only_which_day_a_review_falls_on(told: list[Event], days: int) -> None:
    memory, now = remember(GRAPH, told), START + days * DAY
    there = {z: {d.step: (d.due, d.recall) for d in reviews(GRAPH, memory, now, ZoneInfo(z)).due} for z in ZONES}
    for one in there.values():
        for other in there.values():
            assert all(other[s] == v for s, v in one.items() if s in other)
            assert all(abs(v[0] - now) <= timedelta(hours=26) for s, v in one.items() if s not in other)


def test_unused_review_minutes_of_six_days_wait_for_a_review_that_is_longer_than_a_share() -> None:
    assert saved({}, 40.0) == pytest.approx(6 * 14)
    assert saved({"2026-03-01": 100.0}, 40.0) == 0
    flood = reviews(GRAPH, learned(6), START + 30 * DAY, ZoneInfo("UTC"), Day(30.0, 0.0, saved({}, 30.0)))
    assert not flood.backlog
    assert sum(p.minutes for p in flood.today) <= 30
    short = Day(10.0)
    assert not reviews(GRAPH, learned(1), START + 30 * DAY, ZoneInfo("UTC"), short).today
    assert reviews(GRAPH, learned(1), START + 30 * DAY, ZoneInfo("UTC"), Day(10.0, 0.0, saved({}, 10.0))).today


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    size = draw(st.integers(1, 15))
    before = [tuple(f"n{b}" for b in draw(st.sets(st.integers(0, max(0, k - 1)), max_size=3 if k else 0))) for k in range(size)]
    order = draw(st.permutations(range(size)))  # the author's order need not be a valid one
    return Graph({f"n{k}": Node(f"n{k}", f"c{k % 4}", "t", 20.0, before[k]) for k in order})


@given(graphs(), st.data())
@settings(max_examples=60)
def test_the_path_to_a_goal_is_valid_whole_and_without_a_step_too_many(any_graph: Graph, data: st.DataObject) -> None:
    done = data.draw(st.sets(st.sampled_from(any_graph.ids)))
    goal = data.draw(st.sets(st.sampled_from(any_graph.ids), min_size=1))
    memory = remember(any_graph, [Event(s, s, "accepted", START) for s in sorted(done)])
    way = path(any_graph, goal, memory)
    for k, step in enumerate(way.steps):
        assert set(any_graph.before[step]) <= done | set(way.steps[:k])
        assert step not in done
        assert step in goal or any(step in any_graph.before[later] for later in way.steps[k:])
    assert goal <= done | set(way.steps)
    assert 0 <= way.hours[0] <= way.hours[1]
    assert way.days[0] <= way.days[1]


def test_the_plan_follows_the_goal_and_checks_what_is_only_assumed() -> None:
    zone, goal = ZoneInfo("UTC"), goal_steps(GRAPH, "c3")
    fresh = plan(GRAPH, BOOK, Memory(), START, zone, goal=goal)
    assert fresh.step
    assert fresh.step.step.id == "s8"  # c3 builds on c2
    assert fresh.goal
    assert fresh.goal.steps == tuple(f"s{k}" for k in range(8, 16))
    begun = plan(GRAPH, BOOK, Memory(), START, zone, goal=goal, recent=["s4"])
    assert begun.step
    assert begun.step.step.id == "s4"
    placed = remember(GRAPH, [], {f"s{k}": START for k in range(8, 12)})
    onward = plan(GRAPH, BOOK, placed, START, zone, goal=goal)
    assert onward.step
    assert onward.step.step.id == "s12"
    assert onward.confirm == ("s11",)


def test_why_says_where_a_value_comes_from() -> None:
    told = [Event("1", "s1", "accepted", START, 1, 12.0), Event("2", "s2", "accepted", START + 3 * DAY, 2)]
    seen = why(GRAPH, remember(GRAPH, told), "s1", START + 4 * DAY, ZoneInfo("UTC"), Sitting())
    text = " ".join(seen.sentences)
    assert seen.gate is Gate.LEARNED
    assert "passed in 12 minutes, rated good" in text
    assert "Passing s2 on 2026-03-04" in text
    assert "builds on s0" in text
    assert why(GRAPH, Memory(), "retired-step", START, ZoneInfo("UTC")).gate is Gate.NONE
