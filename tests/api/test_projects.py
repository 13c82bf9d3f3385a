"""The page of a project: its stages, a run of the repository that lies on disk, its lines while it runs, and the table of runs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gradus import projects
from gradus.api.app import application
from gradus.learner import Learner
from gradus.study import open_home
from tests import small
from tests.project import SMALL

pytestmark = pytest.mark.usefixtures("project_environment")


@pytest.fixture
def me(tmp_path: Path) -> Learner:
    """A learner on the small project."""
    shutil.copytree(SMALL, tmp_path / "tree")
    small.prove(tmp_path / "tree")
    return open_home(tmp_path / "home", tmp_path / "tree")


@pytest.fixture
def web(me: Learner, tmp_path: Path) -> Iterator[TestClient]:
    """A page's view of the server."""
    (tmp_path / "webdist/assets").mkdir(parents=True)
    (tmp_path / "webdist/index.html").write_text("<!doctype html><title>page</title>")
    with TestClient(application(me, tmp_path / "webdist"), base_url="http://127.0.0.1:8123") as client:
        yield client


def test_the_projects_are_listed_with_what_is_proved_of_them(web: TestClient) -> None:
    assert web.get("/api/projects").json() == [{"id": "words", "title": "Words", "stages": 2, "proved": 0}]
    assert web.get("/api/projects/nothing").status_code == 404


def test_before_a_repository_is_known_a_run_is_refused_with_what_to_do(web: TestClient) -> None:
    found = web.get("/api/projects/words").json()
    assert [(s["step"], s["state"]) for s in found["stages"]] == [("words-count", "waiting"), ("words-serve", "waiting")]
    assert found["repository"] is None
    assert "Every word is counted in all texts, whatever its case." in found["stages"][0]["claims"]
    refused = web.post("/api/projects/words/runs", json={"stage": None})
    assert refused.status_code == 409, refused.text
    assert "gradus project new words DIR" in refused.text


def test_a_run_from_the_page_judges_the_next_stage_and_says_what_it_does_meanwhile(web: TestClient, me: Learner, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    projects.begin(me.roadmap, "words", mine)
    projects.remember(me.home, projects.Repository(mine, "words"))
    shutil.copy(SMALL / "projects/project-words/words/reference/wordy/count.py", mine / "wordy/count.py")
    id = web.post("/api/projects/words/runs", json={"stage": None}).json()["id"]
    reply = web.get(f"/api/submissions/{id}/events")
    events = [json.loads(line[6:]) for line in reply.text.splitlines() if line.startswith("data: ")]
    assert "$ python -m wordy count docs --out counts.json" in [e.get("text") for e in events]
    assert {"step": 1.0, "files": 2.0} in [e.get("values") for e in events]
    assert events[-1].get("submission", {}).get("outcome") == "accepted", events[-3:]
    found = web.get("/api/projects/words").json()
    assert [s["state"] for s in found["stages"]] == ["proved", "waiting"]
    assert all(c["passed"] for c in found["stages"][0]["checks"])
    assert found["next"] == "words-serve"
    (mine / "README.md").write_text("# Mine\n")
    web.get(f"/api/submissions/{web.post('/api/projects/words/runs', json={'stage': 'serve'}).json()['id']}/events")
    table = web.get("/api/projects/words").json()["runs"]
    assert [r["step"] for r in table] == ["words-serve", "words-count"]
    assert table[0]["changed"] == ["README.md"]
    assert table[0]["outcome"] == "malformed"


def test_the_page_of_a_stage_needs_no_file_in_the_workspace(web: TestClient, me: Learner) -> None:
    found = web.get("/api/steps/words-count")
    assert found.status_code == 200, found.text
    assert found.json()["kind"] == "project"
    assert web.post("/api/submissions", json={"step": "words-count"}).status_code == 202
