"""What the record says, as the pure modules take it: which rows are evidence of memory, and which sittings count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from gradus import asking, planning, study, trial
from gradus.recollection import Recollection, events, recollect, review_minutes, said, sitting
from gradus.store.evidence import Attempt
from gradus.store.statements import Statement
from gradus.study import Learner
from tests.small import RIGHT, STEP, WRONG

NOON = datetime(2026, 3, 29, 12, tzinfo=UTC)


def row(n: int, fact: str, step: str = "a", **detail: object) -> Attempt:
    return Attempt(f"u{n:04}", step, fact, f"2026-01-{n // 24 + 1:02}T{n % 24:02}:00:00.000000Z", "h", detail, n, 5.0)


def named(step: str) -> str:
    return {"old": "a"}.get(step, step)


def test_after_the_first_acceptance_only_reviews_are_evidence_of_memory() -> None:
    rows = [
        row(0, "rejected"), row(1, "accepted"), row(2, "accepted"), row(3, "hint"), row(4, "reveal"), row(5, "accepted", "old"),
        row(6, "rejected", trial="t", purpose="review"), row(7, "review_hint", trial="t", purpose="review"),
        row(8, "gave_up", trial="t", purpose="review"),
    ]  # fmt: skip
    assert [(e.uid, e.fact) for e in events(rows, named)] == [
        ("u0000", "rejected"), ("u0001", "accepted"), ("u0006", "rejected"), ("u0007", "hint"), ("u0008", "gave_up"),
    ]  # fmt: skip


def test_answers_to_find_ones_place_say_nothing_about_memory_but_a_step_solved_there_does() -> None:
    place = {"trial": "t", "purpose": "place", "sitting": "s"}
    rows = [row(0, "failed", **place), row(1, "unknown", **place), row(2, "passed", **place), row(3, "accepted", **place)]
    assert [e.fact for e in events(rows, named)] == ["accepted"]


@given(
    st.lists(st.tuples(st.sampled_from(["accepted", "rejected", "hint"]), st.sampled_from(["a", "old", "b"]), st.booleans()), max_size=15)
)
def test_evidence_added_later_never_takes_an_earlier_event_away(given: list[tuple[str, str, bool]]) -> None:
    rows = [row(n, fact, step, **({"trial": "t", "purpose": "review"} if asked else {})) for n, (fact, step, asked) in enumerate(given)]
    for cut in range(len(rows) + 1):
        before, whole = list(events(rows[:cut], named)), list(events(rows, named))
        assert whole[: len(before)] == before


def test_the_newest_statement_of_a_name_stands_and_what_was_taken_back_is_gone() -> None:
    rows = [Statement("1", "goal", "", "a", "1"), Statement("2", "tick", "t", "some", "2"), Statement("3", "goal", "", None, "3")]
    assert said(rows, "goal") == {}
    assert said(rows, "tick") == {"t": "some"}


def test_review_minutes_belong_to_the_learners_day_also_when_the_clocks_change() -> None:
    rows = [
        Attempt("1", "a", "accepted", "2026-03-28T22:30:00.000000Z", "", {"purpose": "review"}, 1, 4.0),
        Attempt("2", "a", "accepted", "2026-03-29T22:30:00.000000Z", "", {"purpose": "review"}, 2, 6.0),
        Attempt("3", "a", "accepted", "2026-03-29T10:00:00.000000Z", "", {}, 3, 60.0),
    ]
    assert review_minutes(rows, ZoneInfo("Europe/Berlin")) == {"2026-03-28": 4.0, "2026-03-30": 6.0}
    assert review_minutes(rows, UTC) == {"2026-03-28": 4.0, "2026-03-29": 6.0}


def _sitting(me: Learner, spoken: Sequence[Statement], rows: Sequence[Attempt], running: bool = False) -> list[tuple[str, bool]]:
    known = Recollection(me, NOON, UTC, tuple(rows), tuple(spoken))
    return [(a.step, a.passed) for a in sitting(known, running).answers]


def test_a_new_whole_sitting_replaces_the_one_before_and_small_ones_add_to_it(me: Learner) -> None:
    def event(n: int, name: str, what: str, *steps: str) -> Statement:
        return Statement(str(n), "sitting", name, {"event": what, "about": "", "steps": list(steps)}, str(n))

    spoken = [
        event(1, "s1", "begun"),
        event(2, "s1", "ended"),
        event(3, "s2", "begun"),
        event(4, "s2", "ended"),
        event(5, "s3", "begun", "a"),
    ]
    rows = [
        row(n, fact, f"x{n}", purpose="place", sitting=s)
        for n, (fact, s) in enumerate([("passed", "s1"), ("failed", "s2"), ("passed", "s3")])
    ]
    assert _sitting(me, spoken, rows) == [("x1", False)]
    assert _sitting(me, spoken, rows, running=True) == [("x1", False), ("x2", True)]
    assert _sitting(me, [*spoken, event(6, "s3", "ended")], rows) == [("x1", False), ("x2", True)]


def test_minutes_and_seeds_of_runs_reach_memory(me: Learner) -> None:
    study.open_step(me, STEP)
    study.submit(me, STEP, {"answer.py": WRONG}, source="web")
    done = study.submit(me, STEP, {"answer.py": RIGHT}, source="web")
    first, second = recollect(me).events
    assert (first.fact, second.fact) == ("rejected", "accepted")
    assert second.seed == done.submission.seed
    assert second.minutes is not None
    assert 0 <= second.minutes < 5


def test_the_goal_the_minutes_and_their_defaults(me: Learner) -> None:
    assert recollect(me).daily_minutes == 40
    assert recollect(me).goal is None
    planning.set_minutes(me, 25)
    planning.state(me, "goal", "", "averaging")
    assert (recollect(me).daily_minutes, recollect(me).goal) == (25, "averaging")
    planning.state(me, "goal", "", "a-concept-that-is-gone")
    assert recollect(me).goal is None


def test_what_was_stated_last_stands_even_after_the_clock_was_put_back(me: Learner) -> None:
    from gradus.store import statements

    with me.store.write() as c:
        statements.add(c, me.id, Statement("later", "minutes", "", 90, "2099-01-01T00:00:00.000000Z"))
    planning.set_minutes(me, 20)
    assert recollect(me).daily_minutes == 20


def test_reviews_of_today_count_against_the_day(me: Learner) -> None:
    study.submit(me, STEP, {"answer.py": RIGHT}, source="web")
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    study.judge(me, asking.hand_in(me, what.id, {"answer.py": RIGHT}))
    day = recollect(me).day
    assert day.minutes == 40
    assert 0 <= day.reviewed < 5
