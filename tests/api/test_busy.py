"""When too many answers wait: a sentence and a time to come again, nothing kept by halves, nothing lost, never a hang."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gradus import study
from gradus.api.app import application
from gradus.api.runs import Runs
from gradus.api.sweeper import Sweeper
from gradus.pool import POOL
from gradus.store import submissions
from gradus.store.schema import moment
from gradus.study import Learner
from tests import small
from tests.small import RIGHT, STEP


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


def test_a_full_line_is_said_with_429_and_the_answer_is_not_half_kept(
    me: Learner, web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(POOL.line, "most", 0)
    reply = web.post("/api/submissions", json={"step": STEP, "files": {"answer.py": RIGHT}})
    assert reply.status_code == 429
    assert 1 <= int(reply.headers["Retry-After"]) <= 60
    error = reply.json()["error"]
    assert error["code"] == "busy"
    assert f"{reply.headers['Retry-After']} s" in error["next"]
    with me.store.read() as c:
        assert submissions.newest(c) == 0
    monkeypatch.undo()
    assert web.post("/api/submissions", json={"step": STEP, "files": {"answer.py": RIGHT}}).status_code == 202


def test_the_terminal_gets_the_same_sentence(me: Learner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(POOL.line, "each", 0)
    with pytest.raises(study.Refused) as busy:
        study.submit(me, STEP, {"answer.py": RIGHT})
    assert busy.value.code == "busy"
    assert busy.value.say.endswith(".")
    assert "again in" in busy.value.next


def test_the_sweeper_sees_to_what_was_left_but_not_to_what_another_process_just_took(me: Learner) -> None:
    old = study.hand_in(me, STEP, {"answer.py": RIGHT})
    runs = Runs(me)
    sweeper = Sweeper(me, runs)
    sweeper.began = moment(datetime.now(UTC))
    fresh = study.hand_in(me, STEP, {"answer.py": RIGHT + "# another process is at it\n"})
    sweeper.sweep()
    assert runs.known(old) is not None
    assert runs.known(fresh) is None
    judged = study.judge(me, old)  # the same key: it joins the run
    assert judged.verdict["outcome"] == "accepted"
    assert study.judge_waiting(me) == [fresh]
    sweeper.sweep()
    assert study.waiting(me) == []
