"""The log of reviews, as the FSRS tools read and write it."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus import asking, reviewlog, study, trial
from gradus.reviewlog import Row, card_id
from gradus.study import Learner, Refused
from tests.small import DRILL, RIGHT, STEP

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
rows = st.lists(
    st.builds(
        lambda step, n, rating, first, minutes: Row(step, card_id(step), datetime.fromtimestamp(n, UTC), rating, first, minutes),
        st.sampled_from([STEP, DRILL, "gone"]),
        st.integers(0, 4_000_000_000),
        st.integers(1, 3),
        st.booleans(),
        st.none() | st.floats(0.5, 90),
    )
)


@given(rows)
def test_every_object_is_a_review_log_of_py_fsrs(given: list[Row]) -> None:
    for entry, row in zip(json.loads(reviewlog.as_json(given)), given, strict=True):
        log = fsrs.ReviewLog.from_dict(entry)
        assert (log.card_id, int(log.rating), log.review_datetime) == (row.card, row.rating, row.at)


@given(rows)
def test_the_table_has_the_columns_of_the_optimiser_and_times_in_milliseconds(given: list[Row]) -> None:
    table = list(csv.DictReader(io.StringIO(reviewlog.as_csv(given))))
    assert [int(r["review_time"]) for r in table] == [round(r.at.timestamp() * 1000) for r in given]
    assert all(r["review_rating"] in "123" and r["review_state"] in "02" for r in table)


def test_no_two_steps_of_the_roadmap_share_a_number() -> None:
    from gradus.content.read import read
    from gradus.settings import CHECKOUT

    planned = read(CHECKOUT / "curriculum").planned
    assert len({card_id(s) for s in planned}) == len(planned)
    assert all(card_id(s) < 2**53 for s in planned)


def reviewed(me: Learner) -> None:
    study.open_step(me, STEP)
    study.submit(me, STEP, {"answer.py": RIGHT}, source="web")
    study.judge(me, asking.hand_in(me, asking.begin(me, me.step(STEP), trial.REVIEW).id, {"answer.py": RIGHT}))


def test_what_the_judge_rated_is_in_the_log_and_reading_it_back_adds_nothing(me: Learner) -> None:
    reviewed(me)
    found = reviewlog.rows(me)
    assert [(r.step, r.rating, r.first) for r in found] == [(STEP, 3, True), (STEP, 3, False)]
    for text in (reviewlog.as_json(found), reviewlog.as_csv(found)):
        assert reviewlog.import_log(me, text) == reviewlog.Added(0, 2, 0)


@pytest.mark.parametrize("form", [reviewlog.as_json, reviewlog.as_csv])
def test_ratings_from_elsewhere_are_added_once_and_prove_nothing(me: Learner, form: object) -> None:
    given = [Row(STEP, card_id(STEP), AT, 4, True, 2.0), Row("x", 12345, AT, 3, True, None)]
    assert callable(form)
    assert reviewlog.import_log(me, form(given)) == reviewlog.Added(1, 0, 1)
    assert reviewlog.import_log(me, form(given)) == reviewlog.Added(0, 1, 1)
    assert study.overview(me).steps[STEP] == "ready"
    assert study.progress(me).solved == ()


@pytest.mark.parametrize(
    "text",
    [
        "", "nonsense", "[1, 2]", '[{"card_id": 1}]', "card_id,review_time\n1,2\n", "card_id,review_time,review_rating\n1,2,9\n",
        '[{"card_id": 1, "rating": 3, "review_datetime": "2026-01-01T00:00:00", "review_duration": null}]',
        "card_id,review_time,review_rating\n1,99999999999999999999,3\n",
    ],
)  # fmt: skip
def test_what_is_no_log_is_refused_with_a_sentence(me: Learner, text: str) -> None:
    with pytest.raises(Refused) as refused:
        reviewlog.import_log(me, text)
    assert refused.value.next.startswith("Give a list")


def test_a_log_written_by_py_fsrs_itself_is_read(me: Learner) -> None:
    log = fsrs.ReviewLog(card_id=card_id(STEP), rating=fsrs.Rating.Hard, review_datetime=AT, review_duration=61_000)
    assert reviewlog.import_log(me, json.dumps([log.to_json(), log.to_dict()])) == reviewlog.Added(1, 1, 0)
