"""The plan, reviews, placement and the reasons over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from gradus import clock, study
from gradus.api.app import application
from gradus.kinds import drill
from gradus.store.schema import moment
from gradus.study import Learner
from tests import small
from tests.small import DRILL, MEAN, RIGHT, STEP, WRONG


@pytest.fixture
def me(tmp_path: Path) -> Learner:
    """The learner behind the server."""
    return small.at_home(tmp_path)


@pytest.fixture
def web(me: Learner, tmp_path: Path) -> Iterator[TestClient]:
    """A page's view of the server."""
    built = tmp_path / "webdist"
    built.mkdir()
    (built / "index.html").write_text("<!doctype html>")
    with TestClient(application(me, built), base_url="http://127.0.0.1:8123") as client:
        yield client


@pytest.fixture
def weeks_later(me: Learner, web: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A step is solved, and a month has passed for whoever plans."""
    study.submit(me, STEP, {"answer.py": RIGHT}, source="web")
    then = datetime.now(UTC) + timedelta(days=30)
    monkeypatch.setattr(clock, "now", lambda: then)
    ticks = count()
    for module in ("asking", "grading", "minutes"):
        monkeypatch.setattr(f"gradus.{module}.now", lambda: moment(then + timedelta(milliseconds=next(ticks))))
    return web


def judged(web: TestClient, review: int, **answer: Any) -> str:
    """Hand in to a review and read its stream to the end."""
    reply = web.post(f"/api/reviews/{review}/answer", json=answer)
    assert reply.status_code == 202, reply.text
    stream = web.get(f"/api/submissions/{reply.json()['id']}/events").text
    events = [json.loads(line[6:]) for line in stream.splitlines() if line.startswith("data: ")]
    return str(events[-1]["submission"]["outcome"])


def test_the_plan_has_one_step_with_a_reason_and_no_reviews_at_first(web: TestClient) -> None:
    plan = web.get("/api/plan").json()
    assert plan["next"]["step"] == STEP
    assert plan["next"]["reason"].endswith(".")
    assert plan["reviews"]["due"] == []
    assert (plan["goal"], plan["daily_minutes"], plan["placed"]) == (None, 40, False)


def test_a_review_travels_from_due_to_what_moved(weeks_later: TestClient) -> None:
    web = weeks_later
    due = web.get("/api/reviews").json()
    assert [d["step"] for d in due["due"]] == [STEP]
    assert "due" in [c["role"] for c in web.get("/api/roadmap").json()["cards"]]
    review = web.post("/api/reviews", json={}).json()
    assert review["files"][0]["text"] != RIGHT
    assert review["end"] is None
    assert web.get("/api/plan").json()["reviews"]["open"] == review["id"]
    saved = web.put(
        f"/api/reviews/{review['id']}/files", json={"name": "answer.py", "text": WRONG, "base_hash": review["files"][0]["hash"]}
    )
    assert saved.status_code == 200
    assert judged(web, review["id"]) == "rejected"
    again = web.get(f"/api/reviews/{review['id']}").json()
    assert (again["runs"], again["last"]["outcome"], again["files"][0]["text"]) == (1, "rejected", WRONG)
    assert again["seed"] != review["seed"]
    assert judged(web, review["id"], files={"answer.py": RIGHT}) == "accepted"
    end = web.get(f"/api/reviews/{review['id']}").json()["end"]
    assert (end["passed"], end["rating"]) == (True, "hard")
    assert end["moved"][0]["step"] == STEP
    assert end["moved"][0]["due_after"] > end["moved"][0]["due_before"]
    assert web.post(f"/api/reviews/{review['id']}/give-up").status_code == 409


def test_the_page_of_a_step_never_shows_what_was_written_in_a_review(weeks_later: TestClient) -> None:
    web = weeks_later
    before = web.get(f"/api/steps/{STEP}").json()
    review = web.post("/api/reviews", json={"step": STEP}).json()
    judged(web, review["id"], files={"answer.py": WRONG})
    after = web.get(f"/api/steps/{STEP}").json()
    assert (after["last"]["id"], after["files"]) == (before["last"]["id"], before["files"])


def test_giving_up_shows_the_solution_once(weeks_later: TestClient) -> None:
    review = weeks_later.post("/api/reviews", json={}).json()
    end = weeks_later.post(f"/api/reviews/{review['id']}/give-up").json()["end"]
    assert (end["passed"], end["rating"]) == (False, "again")
    assert "def add" in end["solution"][0]["text"]


def test_a_hint_in_a_review_comes_one_at_a_time(weeks_later: TestClient) -> None:
    review = weeks_later.post("/api/reviews", json={}).json()
    assert len(weeks_later.post(f"/api/reviews/{review['id']}/hint").json()["hints"]) == 1
    assert weeks_later.post(f"/api/reviews/{review['id']}/hint").json()["error"]["code"] == "hint_later"


def test_placement_from_ticks_to_labels(web: TestClient, me: Learner) -> None:
    place = web.get("/api/placement").json()
    assert (place["begun"], place["at_most"], place["question"]) == (False, 2, None)
    assert web.get("/api/placement/total").json() == {"questions": 2, "minutes": 4.0}
    place = web.post("/api/placement", json={"ticks": {"basics": "some"}}).json()
    assert place["tracks"][0]["tick"] == "some"
    for _ in range(5):
        asked = place["question"]
        if asked is None:
            break
        if asked["question"] is None:
            place = web.post("/api/placement/answer", json={"files": {"answer.py": RIGHT}}).json()
        else:
            right = drill.solution(me.step(DRILL), asked["seed"])["answers.toml"]
            text = next(line.split('"')[1] for line in right.splitlines() if line.startswith(asked["question"]["id"]))
            assert "right" not in asked["question"]
            place = web.post("/api/placement/answer", json={"text": text}).json()
    assert place["running"] is False
    assert sum(t["assumed"] + t["unsure"] + t["to_learn"] for t in place["labels"]) == len(place["steps"])
    assert web.get("/api/plan").json()["placed"] is True


def test_an_answer_that_cannot_be_read_and_i_dont_know(web: TestClient) -> None:
    place = web.post("/api/placement", json={"about": DRILL}).json()
    assert place["about"]["id"] == DRILL
    while place["question"] and place["question"]["question"] is None:
        place = web.post("/api/placement/unknown").json()
    place = web.post("/api/placement/answer", json={"text": "what?"}).json()
    assert place["unread"]
    assert place["running"]
    place = web.post("/api/placement/unknown").json()
    assert web.post("/api/placement/stop").json()["running"] is False


def test_a_goal_is_set_shown_and_taken_back(web: TestClient) -> None:
    way = web.get("/api/concepts/averaging/path").json()
    assert way["set"] is False
    assert [s["id"] for s in way["steps"]][-1] == MEAN
    assert web.put("/api/goal", json={"concept": "averaging"}).json()["set"] is True
    assert web.get("/api/plan").json()["goal"]["hours"][0] <= web.get("/api/plan").json()["goal"]["hours"][1]
    assert web.put("/api/goal", json={"concept": None}).json() is None
    assert web.get("/api/plan").json()["goal"] is None
    assert web.put("/api/goal", json={"concept": "nowhere"}).status_code == 404
    assert web.put("/api/minutes", json={"minutes": 25}).status_code == 204
    assert web.get("/api/plan").json()["daily_minutes"] == 25
    assert web.put("/api/minutes", json={"minutes": 1}).status_code == 422


def test_why_tells_in_sentences_and_a_soft_lock_says_what_is_missing(web: TestClient, me: Learner) -> None:
    step = web.get(f"/api/steps/{MEAN}").json()
    assert [s["id"] for s in step["missing"]]
    assert step["gate"] == "none"
    why = web.get(f"/api/steps/{MEAN}/why").json()
    assert why["sentences"]
    assert [n["id"] for n in why["needs"]] == [s["id"] for s in step["missing"]]


def test_the_review_log_is_downloaded_and_sent_back(web: TestClient, me: Learner) -> None:
    study.submit(me, STEP, {"answer.py": RIGHT}, source="web")
    table = web.get("/api/reviewlog.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert table.text.splitlines()[0] == "card_id,review_time,review_rating,review_state,review_duration"
    assert web.post("/api/reviewlog", json={"text": web.get("/api/reviewlog.json").text}).json() == {"added": 0, "known": 1, "strange": 0}
    assert web.post("/api/reviewlog", json={"text": "no log"}).status_code == 422


@pytest.mark.parametrize("address", ["/api/reviews/99", "/api/steps/nowhere/why", "/api/concepts/nowhere/path"])
def test_what_does_not_exist_is_a_404_with_a_sentence(web: TestClient, address: str) -> None:
    reply = web.get(address)
    assert reply.status_code == 404
    assert reply.json()["error"]["next"]
