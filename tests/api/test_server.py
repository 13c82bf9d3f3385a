"""The server as a process of its own: saves in an editor, runs in a terminal, a kill at any moment, an orderly end."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from gradus import study, workspace
from gradus.study import Learner
from tests import small
from tests.served import Listener, Server, serving
from tests.small import DRILL, RIGHT, STEP, WRONG

SLOW = "import time\n\n\ndef add(a, b):\n    time.sleep(0.3)\n    return a + b\n"


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A home that does not exist yet, and a curriculum."""
    return tmp_path / "home", small.curriculum(tmp_path / "curriculum")


def answer_file(home: Path, step: str = STEP, name: str = "answer.py") -> Path:
    return workspace.folder(home, step) / name


def submissions(server: Server) -> int:
    return len(server.client.get("/api/export").json()["submissions"])


def test_a_save_in_an_editor_is_judged_and_every_open_page_sees_the_text_and_the_verdict(places: tuple[Path, Path]) -> None:
    with serving(*places) as server:
        server.client.get(f"/api/steps/{STEP}")
        pages = [Listener(server), Listener(server)]
        answer_file(places[0]).write_text(RIGHT)
        for page in pages:
            seen = page.wait(type="submission", step=STEP, source="editor")
            shown = [e["files"][0]["text"] for e in page.events if e["type"] == "files"]
            assert shown[-1] == RIGHT  # the starter that was laid out may have been shown before it
        assert server.outcome(seen["id"]) == "accepted"

        answer_file(places[0]).write_text(RIGHT)  # the same again
        answer_file(places[0], name="notes.txt").write_text("mine")  # no part of the answer
        time.sleep(1)
        assert submissions(server) == 1


def test_a_save_by_the_page_is_not_submitted_and_a_starter_that_is_written_neither(places: tuple[Path, Path]) -> None:
    with serving(*places) as server:
        page = Listener(server)
        hash = server.client.get(f"/api/steps/{STEP}").json()["files"][0]["hash"]
        server.client.put(f"/api/steps/{STEP}/files", json={"name": "answer.py", "text": RIGHT, "base_hash": hash})
        server.client.get(f"/api/steps/{DRILL}")
        server.client.post(f"/api/steps/{STEP}/reset")
        time.sleep(1.5)
        assert submissions(server) == 0
        assert not [e for e in page.events if e["type"] == "submission"]


def test_after_an_editors_save_going_back_to_the_text_of_the_page_is_a_save_like_any_other(places: tuple[Path, Path]) -> None:
    with serving(*places) as server:
        page = Listener(server)
        hash = server.client.get(f"/api/steps/{STEP}").json()["files"][0]["hash"]
        for text in ("# one\n", "# two\n", RIGHT):
            hash = server.client.put(f"/api/steps/{STEP}/files", json={"name": "answer.py", "text": text, "base_hash": hash}).json()["hash"]
        time.sleep(1)
        assert submissions(server) == 0
        for n, text in enumerate((WRONG, RIGHT), 1):
            answer_file(places[0]).write_text(text)
            page.wait(type="submission", id=str(n))


def test_editors_that_write_beside_and_move_or_empty_before_they_write_cause_one_submission(places: tuple[Path, Path]) -> None:
    with serving(*places) as server:
        server.client.get(f"/api/steps/{STEP}")
        page, file = Listener(server), answer_file(places[0])
        draft = file.with_name(".answer.py.swp")
        draft.write_text(WRONG)
        draft.replace(file)
        first = page.wait(type="submission", source="editor")
        assert server.outcome(first["id"]) == "rejected"
        with file.open("w") as f:
            f.flush()
            time.sleep(0.2)
            f.write(RIGHT[:10])
            f.flush()
            time.sleep(0.03)
            f.write(RIGHT[10:])
        time.sleep(1.5)
        assert submissions(server) == 2


def test_a_binary_file_saved_by_an_editor_gets_its_sentence(places: tuple[Path, Path]) -> None:
    with serving(*places) as server:
        server.client.get(f"/api/steps/{STEP}")
        page = Listener(server)
        answer_file(places[0]).write_bytes(b"\0\1\2\3")
        id = page.wait(type="submission", source="editor")["id"]
        assert server.outcome(id) == "malformed"
        assert answer_file(places[0]).read_bytes() == b"\0\1\2\3"


def test_a_run_of_another_process_on_the_same_home_shows_up_with_its_verdict(places: tuple[Path, Path]) -> None:
    with serving(*places) as server:
        page = Listener(server)
        other = study.open_home(*places)
        id = study.hand_in(other, STEP, {"answer.py": SLOW}, source="try")
        assert page.wait(type="submission", source="try")["id"] == str(id)
        run = Listener(server, f"/api/submissions/{id}/events")
        run.wait(type="queued")
        study.judge(other, id)
        assert run.wait(type="verdict")["submission"]["outcome"] == "accepted"
        assert server.client.get(f"/api/steps/{STEP}").json()["solved"]
        other.store.close()


def test_killed_in_the_middle_of_a_run_nothing_that_was_answered_is_lost(places: tuple[Path, Path]) -> None:
    server = Server(*places)
    server.client.get(f"/api/steps/{STEP}")
    done = server.client.post("/api/submissions", json={"step": STEP, "files": {"answer.py": WRONG}}).json()["id"]
    assert server.outcome(done) == "rejected"
    seed = server.client.get(f"/api/steps/{STEP}").json()["seed"]
    ids = [
        server.client.post("/api/submissions", json={"step": STEP, "files": {"answer.py": f"# {n}\n{SLOW}"}}).json()["id"] for n in range(3)
    ]
    server.kill()

    with serving(*places) as server:
        assert [server.outcome(id) for id in ids] == ["accepted"] * 3
        assert server.outcome(done) == "rejected"
        assert server.client.get(f"/api/submissions/{ids[0]}").json()["submission"]["verdict"]["seed"] == seed
        exported = server.client.get("/api/export").json()
        assert [s["files"]["answer.py"] for s in exported["submissions"]] == [WRONG, *(f"# {n}\n{SLOW}" for n in range(3))]
        assert sum(e["fact"] == "accepted" for e in exported["evidence"]) == 3


def test_killed_again_and_again_while_pages_save_every_confirmed_text_is_there(places: tuple[Path, Path]) -> None:
    confirmed = ""
    for round in range(2):
        server = Server(*places)
        hash = server.client.get(f"/api/steps/{STEP}").json()["files"][0]["hash"]
        for n in range(6):
            text = f"# round {round} save {n}\n" + "x = 1\n" * 2000
            reply = server.client.put(f"/api/steps/{STEP}/files", json={"name": "answer.py", "text": text, "base_hash": hash})
            assert reply.status_code == 200
            confirmed, hash = text, reply.json()["hash"]
        server.kill()
        assert answer_file(places[0]).read_text() == confirmed
    assert not list(workspace.folder(places[0], STEP).glob("*.draft"))


def test_open_pages_do_not_keep_the_server_from_stopping(places: tuple[Path, Path]) -> None:
    server = Server(*places)
    Listener(server)
    assert server.stop() < 8
    assert server.process.returncode in (0, -2)


def test_two_servers_may_share_a_home(places: tuple[Path, Path]) -> None:
    with serving(*places) as one, serving(*places) as two:
        page = Listener(two)
        id = one.client.post("/api/submissions", json={"step": STEP, "files": {"answer.py": RIGHT}}).json()["id"]
        assert page.wait(type="submission", source="web")["id"] == id
        assert two.outcome(id) == "accepted"
        assert two.client.get("/api/progress").json() == one.client.get("/api/progress").json()


def test_two_servers_that_see_the_same_save_submit_it_once(places: tuple[Path, Path]) -> None:
    with serving(*places) as one, serving(*places) as two:
        one.client.get(f"/api/steps/{STEP}")
        page = Listener(two)
        answer_file(places[0]).write_text(RIGHT)
        assert one.outcome(page.wait(type="submission", source="editor")["id"]) == "accepted"
        time.sleep(1.5)
        assert submissions(one) == 1


def test_the_learner_of_the_other_process_is_the_same(places: tuple[Path, Path]) -> None:
    with serving(*places) as server:
        other: Learner = study.open_home(*places)
        study.submit(other, STEP, {"answer.py": RIGHT})
        assert server.client.get("/api/roadmap").json()["totals"]["solved"] == 1
        other.store.close()
