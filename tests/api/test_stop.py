"""A run that the learner stops: a verdict that counts nothing, at once, and room for the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gradus.api.app import application
from gradus.study import Learner
from tests import small
from tests.small import RIGHT, STEP

ENDLESS = "while True:\n    pass\n" + RIGHT


@pytest.fixture
def me(tmp_path: Path) -> Learner:
    return small.at_home(tmp_path)


@pytest.fixture
def web(me: Learner, tmp_path: Path) -> Iterator[TestClient]:
    built = tmp_path / "webdist"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<!doctype html><title>page</title>")
    with TestClient(application(me, built), base_url="http://127.0.0.1:8123") as client:
        yield client


def hand_in(web: TestClient, text: str) -> str:
    id: str = web.post("/api/submissions", json={"step": STEP, "files": {"answer.py": text}}).json()["id"]
    return id


def test_a_run_that_is_stopped_says_so_counts_nothing_and_is_over(web: TestClient) -> None:
    id = hand_in(web, ENDLESS)
    assert web.post(f"/api/submissions/{id}/stop").status_code == 202
    last = web.get(f"/api/submissions/{id}/events").text.rstrip().rpartition("data: ")[2]
    assert "You stopped this run." in last
    assert web.get(f"/api/submissions/{id}").json()["submission"]["outcome"] == "malformed"
    assert web.get("/api/export").json()["evidence"] == []
    again = web.post(f"/api/submissions/{id}/stop")
    assert again.status_code == 409
    assert "has its verdict already" in again.json()["error"]["say"]


def test_the_same_answer_may_be_run_again_after_a_stop_and_gets_its_true_verdict(web: TestClient) -> None:
    first = hand_in(web, ENDLESS)
    web.post(f"/api/submissions/{first}/stop")
    second = hand_in(web, ENDLESS)
    web.get(f"/api/submissions/{second}/events")
    assert web.get(f"/api/submissions/{second}").json()["submission"]["outcome"] == "exceeded"


def test_what_does_not_exist_cannot_be_stopped(web: TestClient) -> None:
    assert web.post("/api/submissions/77/stop").status_code == 404
