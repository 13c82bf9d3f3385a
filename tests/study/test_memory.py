"""What is remembered is computed from evidence alone; pure, on a made-up graph."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradus.card import Card, credited, reviewed
from gradus.graph import Graph, Node
from gradus.memory import DAY, LONGEST, Event, Gate, Memory, Rating, advance, days_until, recall, remember

START = datetime(2026, 3, 1, 20, tzinfo=UTC)


def node(id: str, *before: str, **exercises: float) -> Node:
    return Node(id, id, "t", 20.0, before, tuple(exercises.items()))


BOOK = Graph({n.id: n for n in [node("a"), node("b", "a", a=0.6), node("c", "b", b=0.6), node("d", "c", c=0.3, a=0.3)]})
FEWER = settings(max_examples=60)
FACTS = ["accepted", "accepted", "rejected", "crashed", "hint", "reveal", "gave_up"]


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """A few weeks of events, some in the same moment, in the order in which they were written down."""
    made = []
    for k in range(draw(st.integers(0, 16))):
        at = START + timedelta(hours=draw(st.integers(0, 24 * 40)))
        step, fact = draw(st.sampled_from(["a", "b", "c", "d", "old", "gone"])), draw(st.sampled_from(FACTS))
        blames = tuple(draw(st.sets(st.sampled_from(["a", "b"]), max_size=1))) if fact == "rejected" else ()
        made.append(Event(f"{k:03}", step, fact, at, draw(st.integers(0, 3)), draw(st.sampled_from([None, 5.0, 30.0])), None, blames))
    return made


RENAMED = {"old": "b", "gone": "retired"}


@FEWER
@given(histories(), st.randoms())
def test_any_order_and_repetition_of_the_evidence_gives_the_same_state(events: list[Event], random: object) -> None:
    shuffled = events + events[:5]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert remember(BOOK, events, renamed=RENAMED) == remember(BOOK, shuffled, renamed=RENAMED)


@FEWER
@given(histories(), st.lists(st.integers(0, 25), max_size=4))
def test_adding_evidence_in_any_portions_never_needs_the_past_again(events: list[Event], cuts: list[int]) -> None:
    ordered = sorted(events, key=lambda e: (e.at, e.uid))
    memory, start = Memory(), 0
    for cut in [*sorted(cuts), len(ordered)]:
        memory = advance(BOOK, memory, ordered[start : max(start, cut)], renamed=RENAMED)
        start = max(start, cut)
    assert memory == remember(BOOK, events, renamed=RENAMED)


def test_evidence_from_before_what_is_remembered_is_refused_rather_than_misread() -> None:
    memory = remember(BOOK, [Event("2", "a", "accepted", START)])
    with pytest.raises(ValueError, match="remember"):
        advance(BOOK, memory, [Event("1", "a", "rejected", START - DAY)])
    with pytest.raises(ValueError, match="remember"):
        advance(BOOK, memory, [Event("2", "a", "accepted", START)])


@FEWER
@given(histories())
def test_renaming_moves_the_record_and_retiring_keeps_it(events: list[Event]) -> None:
    kept = remember(BOOK, events, renamed=RENAMED)
    plainly = remember(BOOK, [replace(e, step="b" if e.step == "old" else e.step) for e in events])
    assert kept == plainly
    accepted = {"b" if e.step == "old" else e.step for e in events if e.fact == "accepted"}
    assert all(kept.records[s].accepted for s in accepted)
    smaller = Graph({id: n for id, n in BOOK.nodes.items() if id != "d"})
    assert remember(smaller, events, renamed=RENAMED).records.keys() == kept.records.keys()


@FEWER
@given(histories(), st.integers(-12, 14))
def test_the_zone_in_which_a_moment_is_written_changes_nothing(events: list[Event], hours: int) -> None:
    elsewhere = [replace(e, at=e.at.astimezone(timezone(timedelta(hours=hours)))) for e in events]
    assert remember(BOOK, elsewhere, renamed=RENAMED) == remember(BOOK, events, renamed=RENAMED)


@FEWER
@given(histories(), st.integers(1, 300))
def test_a_clock_that_goes_back_is_no_time_passed(events: list[Event], days: int) -> None:
    for record in remember(BOOK, events).records.values():
        if record.card:
            assert recall(record.card, record.card.reviewed - days * DAY) == 1.0
            assert record.card.due - record.card.reviewed >= DAY


@FEWER
@given(histories())
def test_every_card_is_sound(events: list[Event]) -> None:
    for record in remember(BOOK, events).records.values():
        if record.card:
            assert record.card.stability > 0
            assert 1 <= record.card.difficulty <= 10
            assert record.card.due.tzinfo is UTC
            assert record.card.due - record.card.reviewed <= LONGEST * DAY


def passes(*hours: float, seeds: tuple[int, ...] = (1, 2, 3)) -> list[Event]:
    return [Event(f"{k}", "a", "accepted", START + timedelta(hours=h), s) for k, (h, s) in enumerate(zip(hours, seeds, strict=False))]


@pytest.mark.parametrize(
    ("events", "gate"),
    [
        (passes(), Gate.NONE),
        (passes(0), Gate.LEARNED),
        (passes(0, 23), Gate.LEARNED),
        (passes(0, 24), Gate.MASTERED),
        (passes(0, 12, 25), Gate.MASTERED),
        (passes(0, 48, seeds=(7, 7)), Gate.LEARNED),
        ([Event("h", "a", "hint", START - DAY), *passes(0)], Gate.HELPED),
        ([Event("h", "a", "hint", START - DAY), *passes(0, 48)], Gate.LEARNED),
        ([Event("r", "a", "reveal", START - DAY), *passes(0)], Gate.HELPED),
        ([*passes(0, 24), Event("g", "a", "gave_up", START + 9 * DAY)], Gate.LEARNED),
    ],
)
def test_learned_is_one_unaided_pass_and_mastered_two_variants_a_day_apart(events: list[Event], gate: Gate) -> None:
    assert remember(BOOK, events).gate("a") is gate


@pytest.mark.parametrize(
    ("facts", "first", "later"),
    [
        (["accepted"], Rating.GOOD, Rating.GOOD),
        (["rejected", "accepted"], Rating.GOOD, Rating.HARD),
        (["hint", "accepted"], Rating.HARD, Rating.HARD),
        (["rejected", "crashed", "exceeded", "accepted"], Rating.HARD, Rating.AGAIN),
        (["reveal", "accepted"], Rating.AGAIN, Rating.AGAIN),
        (["gave_up", "accepted"], Rating.GOOD, Rating.AGAIN),
    ],
)
def test_the_judge_rates(facts: list[str], first: Rating, later: Rating) -> None:
    def told(start: datetime, name: str) -> list[Event]:
        return [Event(f"{name}{k}", "a", f, start + timedelta(minutes=k), k) for k, f in enumerate(facts)]

    assert [r.rating for r in remember(BOOK, told(START, "x")).records["a"].ratings] == [first]
    record = remember(BOOK, [*passes(-240), *told(START, "x")]).records["a"]
    assert [r.rating for r in record.ratings[1:]] == [later]


def test_a_pass_credits_what_it_exercises_once_a_day_and_a_fail_nothing() -> None:
    learned = [Event("0a", "a", "accepted", START), Event("0b", "b", "accepted", START + timedelta(hours=1))]
    before = remember(BOOK, learned).card("a")
    assert before
    assert before.credited is None  # learned the same evening: nothing to repeat yet
    once = [*learned, Event("1", "b", "accepted", START + 8 * DAY)]
    card = remember(BOOK, once).card("a")
    assert card
    assert card == credited(before, 0.6, "b", START + 8 * DAY)
    assert card.stability > before.stability
    assert card.due > before.due
    again = [*once, Event("2", "b", "accepted", START + 8 * DAY + timedelta(hours=20))]
    assert remember(BOOK, again).card("a") == card
    failed = [*learned, Event("1", "b", "rejected", START + 8 * DAY)]
    assert remember(BOOK, failed).card("a") == before


def test_a_mistake_that_names_a_prerequisite_is_rated_there() -> None:
    events = [Event("0", "a", "accepted", START), Event("1", "b", "accepted", START)]
    events.append(Event("2", "b", "rejected", START + 9 * DAY, blames=("a",)))
    records = remember(BOOK, events).records
    assert records["a"].ratings[-1].rating is Rating.AGAIN
    assert records["b"].ratings[-1].rating is Rating.HARD


def test_what_placement_assumes_is_an_old_card_until_it_is_proven() -> None:
    memory = remember(BOOK, [], {"a": START})
    card = memory.card("a")
    assert card
    assert card.assumed
    assert START - card.reviewed == 21 * DAY
    assert memory.gate("a") is Gate.ASSUMED
    proven = remember(BOOK, [Event("1", "a", "accepted", START + DAY)], {"a": START})
    assert proven.gate("a") is Gate.LEARNED
    assert not proven.records["a"].card.assumed  # type: ignore[union-attr]


def test_an_evening_half_an_hour_earlier_is_another_day() -> None:
    card = reviewed(None, "a", Rating.GOOD, START)
    assert reviewed(card, "a", Rating.GOOD, START + timedelta(hours=23.5)).stability > 2 * card.stability
    assert reviewed(card, "a", Rating.GOOD, START + timedelta(hours=3)).stability == pytest.approx(card.stability)


def test_after_a_lapse_the_step_comes_back_tomorrow() -> None:
    card = replace(reviewed(None, "a", Rating.GOOD, START), stability=60.0)
    lapsed = reviewed(card, "a", Rating.AGAIN, START + 60 * DAY)
    assert lapsed.due == START + 61 * DAY


@FEWER
@given(st.floats(0.01, 5000))
def test_a_review_falls_on_the_day_on_which_the_chance_has_fallen_to_the_retention(stability: float) -> None:
    days = days_until(stability)
    assert 1 <= days <= LONGEST
    card = Card("a", stability, 5.0, START, START)
    if 1 < days < LONGEST:
        assert recall(card, START + (days + 0.5) * DAY) <= 0.85 + 1e-9 <= recall(card, START + (days - 0.5) * DAY) + 1e-6


def test_a_logged_review_rates_and_proves_nothing() -> None:
    memory = remember(BOOK, [Event("1", "a", "logged", START, rating=Rating.GOOD)])
    assert memory.card("a")
    assert memory.gate("a") is Gate.NONE
