"""The line in front of the judge: nobody is lost, nobody waits behind one who asks for much, the urgent come first."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus.line import Busy, Line, Urgency

PUTS = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(list(Urgency))), max_size=60)


def drained(line: Line[tuple[int, int, Urgency]]) -> list[tuple[int, int, Urgency]]:
    found = []
    while (item := line.next()) is not None:
        found.append(item)
    return found


@given(PUTS)
def test_everything_comes_out_once_urgent_first_and_of_one_learner_in_order(puts: list[tuple[int, Urgency]]) -> None:
    line: Line[tuple[int, int, Urgency]] = Line(1000, 1000)
    for n, (learner, urgency) in enumerate(puts):
        line.put((n, learner, urgency), learner, urgency)
    assert len(line) == len(puts)
    out = drained(line)
    assert sorted(n for n, _, _ in out) == list(range(len(puts)))
    assert len(line) == 0
    assert [u for _, _, u in out] == sorted(u for _, u in puts)
    for who in range(1, 5):
        for urgency in Urgency:
            own = [n for n, learner, u in out if (learner, u) == (who, urgency)]
            assert own == sorted(own)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=80))
def test_learners_take_turns(learners: list[int]) -> None:
    line: Line[tuple[int, int, Urgency]] = Line(1000, 1000)
    for n, learner in enumerate(learners):
        line.put((n, learner, Urgency.NOW), learner, Urgency.NOW)
    left, served = Counter(learners), Counter[int]()
    for _, learner, _ in drained(line):
        served[learner] += 1
        left[learner] -= 1
        behind = [served[other] for other in left if left[other]]
        assert all(served[learner] - n <= 1 for n in behind), "one who waits has been passed over twice"


def test_one_who_hands_in_a_thousand_delays_another_by_one_turn() -> None:
    line: Line[str] = Line(10_000, 10_000)
    for i in range(1000):
        line.put(f"many {i}", 1, Urgency.NOW)
    line.put("mine", 2, Urgency.NOW)
    assert "mine" in (line.next(), line.next())


def test_who_comes_too_late_is_told_so_with_a_time_to_come_again() -> None:
    line: Line[int] = Line(most=4, each=2)
    line.put(0, 1, Urgency.NOW)
    line.put(1, 1, Urgency.LATER)
    with pytest.raises(Busy) as mine:
        line.admit(1, per_second=10.0)
    line.admit(2, per_second=10.0)
    line.put(2, 2, Urgency.NOW)
    line.put(3, 3, Urgency.NOW)
    with pytest.raises(Busy) as full:
        line.admit(4, per_second=0.01)
    assert "2 of your answers" in mine.value.say
    assert mine.value.retry_after == 1
    assert "4 answers" in full.value.say
    assert 1 <= full.value.retry_after <= 60
    assert str(full.value.retry_after) in full.value.next


def test_what_is_not_allowed_stays_in_the_line() -> None:
    line: Line[str] = Line(10, 10)
    line.put("later", 1, Urgency.LATER)
    assert line.next(lambda u: u is Urgency.NOW) is None
    assert line.next() == "later"
