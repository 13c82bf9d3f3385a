"""Every address of the API, in process: the map, a step, its files, a submission and its events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from gradus import study, workspace
from gradus.api.app import application
from gradus.study import Learner
from tests import small
from tests.small import DRILL, MEAN, RIGHT, STEP, WRONG


@pytest.fixture(scope="module")
def me(tmp_path_factory: pytest.TempPathFactory) -> Learner:
    """The learner behind the server of this module."""
    return small.at_home(tmp_path_factory.mktemp("api"))


@pytest.fixture(scope="module")
def web(me: Learner, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A page's view of the server."""
    built = tmp_path_factory.mktemp("webdist")
    (built / "assets").mkdir()
    (built / "index.html").write_text("<!doctype html><title>page</title>")
    (built / "assets/app-1234.js").write_text("1")
    (built.parent / "secret.txt").write_text("secret")
    with TestClient(application(me, built), base_url="http://127.0.0.1:8123") as client:
        yield client


def submit(web: TestClient, step: str = STEP, **body: Any) -> list[dict[str, Any]]:
    """Hand in, and read the stream to its end."""
    reply = web.post("/api/submissions", json={"step": step, **body})
    assert reply.status_code == 202, reply.text
    return stream(web, reply.json()["id"])


def stream(web: TestClient, id: str, **headers: str) -> list[dict[str, Any]]:
    reply = web.get(f"/api/submissions/{id}/events", headers=headers)
    assert reply.headers["content-type"].startswith("text/event-stream")
    return [json.loads(line[6:]) for line in reply.text.splitlines() if line.startswith("data: ")]


def test_the_map_shows_every_track_concept_and_step_with_its_state(web: TestClient) -> None:
    found = web.get("/api/roadmap").json()
    assert found["totals"]["steps"] == 4
    assert found["totals"]["ready"] == 3
    states = {c["id"]: c["state"] for t in found["tracks"] for c in t["concepts"]}
    assert states["carrying"] == "planned"
    assert {s["id"]: s["minutes"] for t in found["tracks"] for c in t["concepts"] for s in c["steps"]}["carry-once"] is None
    assert found["next"]["reason"].endswith(".")


def test_a_concept_shows_its_neighbours_its_tasks_and_the_published_links(web: TestClient) -> None:
    found = web.get("/api/concepts/adding").json()
    assert found["steps"][0]["task"] == "Return the sum of two numbers."
    assert found["resources"] == [{"title": "Addition", "url": "https://example.org/add", "doc": "d"}]
    assert [n["id"] for n in found["opens_list"]] == ["carrying"]
    assert web.get("/api/concepts/nothing").status_code == 404


def test_a_step_opens_with_lesson_files_and_seed_and_without_anything_that_tells_the_answer(web: TestClient, me: Learner) -> None:
    reply = web.get(f"/api/steps/{MEAN}")
    found = reply.json()
    assert found["files"][0]["language"] == "python"
    assert found["path"] == str(workspace.folder(me.home, MEAN))
    assert (Path(found["path"]) / "answer.py").exists()
    assert found["solution"] is None
    assert "len(values)" not in reply.text
    assert web.get(f"/api/steps/{MEAN}").json()["seed"] == found["seed"]


def test_a_drill_shows_its_questions_and_never_an_answer_or_a_wrong_one(web: TestClient) -> None:
    reply = web.get(f"/api/steps/{DRILL}")
    questions = reply.json()["drill"]["questions"]
    assert [(q["id"], q["form"]) for q in questions] == [("q1", "number"), ("q2", "choice")]
    assert set(questions[0]) == {"id", "form", "ask_html", "options", "unit", "names", "how"}
    assert "Lost the carry" not in reply.text
    assert "Plus adds" not in reply.text


def test_a_submission_is_answered_at_once_and_tells_its_events_in_order(web: TestClient) -> None:
    events = submit(web, files={"answer.py": WRONG})
    assert [e["n"] for e in events] == list(range(len(events)))
    assert [e["type"] for e in events] == ["queued", "check", "check", "verdict"]
    verdict = events[-1]["submission"]["verdict"]
    assert verdict["outcome"] == "rejected"
    assert verdict["mistake"]["words_html"].startswith("<p>This multiplies")
    assert verdict["checks"][1]["counter"]["called"] == "add(2, 3)"
    assert verdict["replay"] == f"gradus replay {events[-1]['submission']['id']}"
    assert verdict["wall_words"]


def test_events_are_told_again_from_the_record_with_the_same_numbers(web: TestClient, me: Learner) -> None:
    events = submit(web, files={"answer.py": WRONG + "# again\n"})
    id = events[-1]["submission"]["id"]
    assert web.get(f"/api/submissions/{id}").json()["events"] == events
    web.app.state.place.runs._runs.clear()  # type: ignore[attr-defined]  # as after a restart
    assert stream(web, id) == events
    assert stream(web, id, **{"Last-Event-ID": "1"}) == events[2:]
    assert web.get(f"/api/submissions/{id}").json()["events"] == events


def test_acceptance_solves_the_step_tells_what_follows_and_shows_the_solution(web: TestClient) -> None:
    events = submit(web, files={"answer.py": RIGHT})
    assert events[-1]["submission"]["outcome"] == "accepted"
    assert events[-1]["next_step"] == DRILL
    found = web.get(f"/api/steps/{STEP}").json()
    assert found["solved"]
    assert found["solution"][0]["name"] == "answer.py"
    assert found["last"]["outcome"] == "accepted"
    assert STEP in [s["step"] for s in web.get("/api/progress").json()["solved"]]


def test_a_drill_is_submitted_by_fields_and_marked_question_by_question(web: TestClient, me: Learner) -> None:
    seed = web.get(f"/api/steps/{DRILL}").json()["seed"]
    right = study.solution(me.step(DRILL), seed)["answers.toml"]
    events = submit(web, DRILL, files={"answers.toml": right})
    assert events[-1]["submission"]["outcome"] == "accepted"
    marks = events[-1]["submission"]["verdict"]["drill"]
    assert [m["right"] for m in marks] == [True, True]
    assert marks[0]["why_html"]
    stale = submit(web, DRILL, fields={"q1": "1", "q2": "1"}, seed=seed)
    assert stale[-1]["submission"]["outcome"] == "malformed"


def test_what_the_page_did_not_send_is_read_from_disk(web: TestClient, me: Learner) -> None:
    web.get(f"/api/steps/{STEP}")
    workspace.write(workspace.folder(me.home, STEP) / "answer.py", "def add(a, b):\n    return a\n")
    assert submit(web)[-1]["submission"]["verdict"]["mistake"]["id"] == "ignores_second"


def test_a_draft_is_saved_and_a_change_on_disk_is_a_conflict_that_shows_both(web: TestClient, me: Learner) -> None:
    file = workspace.folder(me.home, MEAN) / "answer.py"
    seen = web.get(f"/api/steps/{MEAN}").json()["files"][0]["hash"]
    saved = web.put(f"/api/steps/{MEAN}/files", json={"name": "answer.py", "text": "draft", "base_hash": seen})
    assert saved.status_code == 200
    assert file.read_text() == "draft"
    workspace.write(file, "from the editor")
    reply = web.put(f"/api/steps/{MEAN}/files", json={"name": "answer.py", "text": "other", "base_hash": saved.json()["hash"]})
    assert reply.status_code == 409
    assert reply.json()["error"]["code"] == "changed_on_disk"
    assert reply.json()["on_disk"]["text"] == "from the editor"
    assert file.read_text() == "from the editor"


@pytest.mark.parametrize("name", ["../../evil.py", "/etc/passwd", "other.py", "", "answer.py/../x"])
def test_a_page_can_write_the_files_of_the_step_and_no_others(web: TestClient, name: str) -> None:
    reply = web.put(f"/api/steps/{STEP}/files", json={"name": name, "text": "x", "base_hash": None})
    assert reply.status_code == 404
    assert reply.json()["error"]["code"] == "unknown_file"


def test_reset_hint_and_reveal_answer_as_agreed(web: TestClient) -> None:
    assert "NotImplementedError" in web.post(f"/api/steps/{MEAN}/reset").json()[0]["text"]
    assert web.post(f"/api/steps/{MEAN}/hint").json() == {"shown": ["<p>Count.</p>"], "total": 3, "next_allowed": False}
    refused = web.post(f"/api/steps/{MEAN}/hint")
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "hint_later")
    assert "len(values)" in web.post(f"/api/steps/{MEAN}/reveal").json()["solution"][0]["text"]
    assert web.get(f"/api/steps/{MEAN}").json()["revealed"]


def test_search_finds_concepts_steps_and_words_of_lessons(web: TestClient) -> None:
    kinds = {(f["kind"], f["id"]) for f in web.get("/api/find", params={"q": "add"}).json()}
    assert {("concept", "adding"), ("step", STEP), ("lesson", STEP)} <= kinds
    assert web.get("/api/find", params={"q": "   "}).json() == []


def test_the_export_is_one_file_that_reads_back(web: TestClient, tmp_path: Path) -> None:
    reply = web.get("/api/export")
    assert "attachment" in reply.headers["content-disposition"]
    other = small.at_home(tmp_path)
    assert study.import_(other, reply.json()).submissions > 0
    other.store.close()


def test_health_names_the_version_the_wall_and_the_families(web: TestClient) -> None:
    found = web.get("/api/health").json()
    assert found["wall"] in {"box", "shared box", "filter", "process"}
    assert found["families"]["numpy"] == "warm"
    assert found["waiting"] == 0


@pytest.mark.parametrize(
    ("method", "address", "body", "status"),
    [
        ("GET", "/api/steps/nowhere", None, 404),
        ("GET", "/api/steps/carry-once", None, 409),
        ("GET", "/api/submissions/999999", None, 404),
        ("GET", "/api/submissions/abc/events", None, 404),
        ("GET", "/api/submissions/999999/events", None, 404),
        ("GET", "/api/nothing", None, 404),
        ("POST", "/api/submissions", {"step": STEP, "files": {"other.py": ""}}, 422),
        ("POST", "/api/submissions", {"nonsense": 1}, 422),
        ("POST", "/api/submissions", {"step": STEP, "fields": {"q1": "1"}}, 422),
        ("DELETE", "/api/roadmap", None, 405),
    ],
)
def test_every_error_has_the_same_shape(web: TestClient, method: str, address: str, body: Any, status: int) -> None:
    reply = web.request(method, address, json=body)
    assert reply.status_code == status
    assert set(reply.json()["error"]) == {"say", "code", "next"}
    assert reply.json()["error"]["say"].endswith(".")


@pytest.mark.parametrize("text", ["", "def add(a, b:", "\0", "x" * 1_000_001, "a \ud800 b"])
def test_texts_that_are_no_answer_come_back_malformed_and_the_next_run_works(web: TestClient, text: str) -> None:
    body = json.dumps({"step": STEP, "files": {"answer.py": text}})
    reply = web.post("/api/submissions", content=body, headers={"content-type": "application/json"})
    assert reply.status_code == 202
    assert stream(web, reply.json()["id"])[-1]["submission"]["outcome"] == "malformed"
    assert submit(web, files={"answer.py": RIGHT})[-1]["submission"]["outcome"] == "accepted"


# ---------------------------------------------------------------- the guard and the page


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8123", "127.0.0.1.evil.example", "", "[::2]", "0.0.0.0", "[", "a@evil.example"]
)
def test_other_hosts_are_refused(web: TestClient, host: str) -> None:
    assert web.get("/api/roadmap", headers={"host": host}).json()["error"]["code"] == "host"


@pytest.mark.parametrize("host", ["127.0.0.1:8123", "localhost:8123", "localhost", "[::1]:8123"])
def test_the_names_of_this_machine_are_answered(web: TestClient, host: str) -> None:
    assert web.get("/api/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_writes_from_other_pages_are_refused(web: TestClient, headers: dict[str, str]) -> None:
    assert web.post(f"/api/steps/{STEP}/reset", headers=headers).json()["error"]["code"] == "origin"


def test_writes_from_the_page_itself_are_taken(web: TestClient) -> None:
    assert (
        web.post(f"/api/steps/{STEP}/reset", headers={"origin": "http://127.0.0.1:8123", "sec-fetch-site": "same-origin"}).status_code
        == 200
    )


def test_fifty_megabytes_are_refused_with_a_sentence_with_or_without_a_length(web: TestClient) -> None:
    big = b"x" * 1_000_000
    for content in (big * 50, (big for _ in range(50))):
        reply = web.post("/api/submissions", content=content, headers={"content-type": "application/json"})
        assert reply.status_code == 413
        assert "1 MB" in reply.json()["error"]["say"]


def test_every_answer_carries_the_policy(web: TestClient) -> None:
    for address in ("/", "/api/roadmap", "/api/nothing"):
        assert web.get(address).headers["content-security-policy"].startswith("default-src 'self'")


def test_addresses_of_the_page_get_the_page_and_missing_files_do_not(web: TestClient) -> None:
    for address in ("/", "/step/add-pair", "/concept/adding"):
        assert "<title>page" in web.get(address).text
    assert "immutable" in web.get("/assets/app-1234.js").headers["cache-control"]
    assert web.get("/assets/other.js").status_code == 404
    for address in ("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"):
        assert "secret" not in web.get(address).text


def test_without_a_built_page_the_server_names_the_one_command(me: Learner, tmp_path: Path) -> None:
    reply = TestClient(application(me, tmp_path / "none"), base_url="http://localhost").get("/")
    assert "make start" in reply.text


def test_a_run_without_a_judge_says_what_was_printed_and_counts_nothing(web: TestClient) -> None:
    before = len(web.get("/api/export").json()["submissions"])
    ran = web.post(f"/api/steps/{STEP}/run", json={"files": {"answer.py": f"print(1)\n{RIGHT}"}, "then": "add(2, 3)"}).json()
    assert (ran["ended"], ran["printed"], ran["value"]) == (True, "1\n", "5")
    assert len(web.get("/api/export").json()["submissions"]) == before
    assert web.get(f"/api/steps/{STEP}").json()["runs"] is True
    refused = web.post(f"/api/steps/{DRILL}/run", json={})
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "nothing_to_run")


def test_the_record_leaves_as_json_csv_and_workbook_and_comes_in_again(web: TestClient) -> None:
    submit(web, files={"answer.py": RIGHT})
    whole = web.get("/api/export").json()
    again = web.post("/api/import", json=whole).json()
    assert again == {"submissions": 0, "evidence": 0, "files": 0}, "what is there already is not counted and not changed"
    refused = web.post("/api/import", json={"gradus": "something else"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "unreadable_export")
    assert web.get("/api/export.csv").headers["content-type"].startswith("text/csv")
    assert web.get("/api/export.xlsx").content[:2] == b"PK"


def test_an_import_may_be_larger_than_an_answer(web: TestClient) -> None:
    padded = {**web.get("/api/export").json(), "learner": "x" * 3_000_000}
    assert web.post("/api/import", json=padded).status_code == 200
    assert web.put(f"/api/steps/{STEP}/files", json={"name": "answer.py", "text": "x" * 3_000_000}).status_code == 413


def test_a_line_of_the_transcript_leads_to_the_answer_that_was_judged(web: TestClient) -> None:
    submit(web, files={"answer.py": RIGHT})
    line = next(x for x in web.get("/api/transcript").json()["lines"] if x["step"] == STEP)
    found = web.get(f"/api/submissions/{line['submission']}").json()
    assert found["answer"][0]["text"] == RIGHT
    assert found["step_hash"] == line["step_hash"]


def test_the_author_sees_the_step_its_findings_and_its_proof(web: TestClient) -> None:
    seen = web.get(f"/api/author/{STEP}").json()
    assert seen["fit"]
    assert seen["proven"]
    assert "<" in seen["lesson_html"]
    assert web.get(f"/api/author/{STEP}/mark").json()["mark"] == seen["mark"]
    assert web.get("/api/author/nowhere").status_code == 404


def test_a_save_by_one_tab_is_told_to_the_others(web: TestClient, me: Learner) -> None:
    told: list[Any] = []
    live = web.app.state.place.live  # type: ignore[attr-defined]
    before, live.tell = live.tell, told.append
    try:
        hash = web.get(f"/api/steps/{STEP}").json()["files"][0]["hash"]
        web.put(f"/api/steps/{STEP}/files", json={"name": "answer.py", "text": "# two tabs\n", "base_hash": hash})
    finally:
        live.tell = before
    assert [e.files[0].text for e in told] == ["# two tabs\n"]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_cannot_even_read_but_may_link_here(web: TestClient, site: str) -> None:
    assert web.get("/api/export", headers={"sec-fetch-site": site}).json()["error"]["code"] == "origin"
    assert web.get("/", headers={"sec-fetch-site": site}).status_code == 200


def test_the_policy_lets_nothing_in_from_elsewhere_and_evaluates_no_text(web: TestClient) -> None:
    policy = web.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src" not in policy, "scripts fall under default-src: no inline script, no other origin"
    assert "http" not in policy
