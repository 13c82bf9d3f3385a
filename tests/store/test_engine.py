"""The database of a home: opened, upgraded, shared by processes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from gradus.store import NewerHome, Store, evidence, learners, submissions
from gradus.store.engine import NEWEST
from gradus.store.schema import schema

MIGRATIONS = Path(__file__).parents[2] / "gradus/store/migrations/versions"
OLDEST = "0001"
ROW = {
    "step": "add-pair",
    "at": "2026-01-01T00:00:00.000000Z",
    "source": "web",
    "seed": 7,
    "earlier": {},
    "unread": None,
    "step_hash": "h",
    "engine": "0.0.9",
}


def old_home(url: str) -> None:
    """A database as the oldest revision made it, with history in it, written by the statements of that time."""
    store = Store(url, OLDEST)
    with store.write() as c:
        c.execute(text("INSERT INTO learner (id, name, at) VALUES (1, 'you', '2026-01-01T00:00:00.000000Z')"))
        for id in (1, 2, 3):
            c.execute(
                text(
                    "INSERT INTO submission (id, learner_id, step, at, source, seed, files, earlier, unread, step_hash, engine) "
                    "VALUES (:id, 1, 'add-pair', :at, 'web', 7, :files, '{}', NULL, 'h', '0.0.9')"
                ),
                {"id": id, "at": f"2026-01-0{id}T00:00:00.000000Z", "files": json.dumps({"answer.py": f"text {id}"})},
            )
        body = json.dumps({"outcome": "accepted", "say": "All checks pass."})
        c.execute(
            text(
                "INSERT INTO verdict (submission_id, at, outcome, body, step_hash, judging, beside) "
                "VALUES (2, '2026-01-02T00:00:01.000000Z', 'accepted', :body, 'h', 'j', '{}')"
            ),
            {"body": body},
        )
        c.execute(
            text(
                "INSERT INTO evidence (id, learner_id, step, fact, at, submission_id, step_hash, detail) "
                "VALUES (1, 1, 'add-pair', 'accepted', '2026-01-02T00:00:01.000000Z', 2, 'h', '{}')"
            )
        )
        c.execute(text("INSERT INTO seed (learner_id, step, seed, at) VALUES (1, 'add-pair', 99, '2026-01-03T00:00:00.000000Z')"))
    store.close()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of our own; tests that want it are skipped where none is installed."""
    pytest.importorskip("psycopg")
    if not shutil.which("initdb") or os.name == "nt" or (os.getuid() == 0 and not shutil.which("su")):
        pytest.skip("PostgreSQL is not installed here")
    folder = Path(f"/tmp/gradus-pg-{os.getpid()}")
    folder.mkdir()

    def run(command: str) -> None:
        as_user = ["su", "postgres", "-s", "/bin/sh", "-c", command] if os.getuid() == 0 else ["sh", "-c", command]
        subprocess.run(as_user, check=True, capture_output=True, cwd="/")

    try:
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        run(f"initdb -D {folder}/data -A trust -U gradus")
        run(f"pg_ctl -D {folder}/data -w -l {folder}/log -o \"-k {folder} -c listen_addresses=''\" start")
        yield f"postgresql+psycopg://gradus@/postgres?host={folder}"
    finally:
        if (folder / "data/postmaster.pid").exists():
            run(f"pg_ctl -D {folder}/data -m immediate stop")
        shutil.rmtree(folder, ignore_errors=True)


def upgraded_keeps_everything(url: str) -> None:
    old_home(url)
    store = Store(url)
    with store.read() as c:
        rows, facts = submissions.whole(c, 1), evidence.whole(c, 1)
        assert [r.files for r in rows] == [{"answer.py": f"text {i}"} for i in (1, 2, 3)]
        assert [r.verdict and r.verdict["outcome"] for r in rows] == [None, "accepted", None]
        assert len({r.uid for r in rows}) == 3
        assert [(e.fact, e.submission_id) for e in facts] == [("accepted", 2)]
        assert submissions.waiting(c, 1) == [1, 3]
        assert c.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST
    store.close()


def test_a_home_of_the_oldest_revision_is_upgraded_and_keeps_every_row(tmp_path: Path) -> None:
    upgraded_keeps_everything(f"sqlite:///{tmp_path / 'gradus.db'}")


def test_the_same_holds_on_postgresql(postgres: str) -> None:
    upgraded_keeps_everything(postgres)


def test_the_newest_revision_is_the_last_file_and_makes_the_tables_that_the_code_names(tmp_path: Path) -> None:
    last = sorted(MIGRATIONS.glob("v*.py"))[-1].name
    assert last.startswith(f"v{NEWEST}_")
    store = Store.at(tmp_path)
    with store.read() as c:
        made = {t: {col["name"] for col in inspect(c).get_columns(t)} for t in inspect(c).get_table_names() if t != "alembic_version"}
    assert made == {t.name: {col.name for col in t.columns} for t in schema.sorted_tables}
    store.close()


def test_a_home_written_by_a_newer_gradus_is_left_alone_with_a_sentence(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    with store.write() as c:
        c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(NewerHome, match="newer Gradus"):
        Store.at(tmp_path)


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    store = Store.at(tmp_path)

    def begun_and_failed() -> None:
        with store.write() as c:
            learners.find_or_add(c, "you")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        begun_and_failed()
    with store.read() as c:
        assert learners.find(c, "you") is None
    store.close()


def test_a_failed_upgrade_leaves_the_old_revision_whole(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'gradus.db'}"
    old_home(url)
    store = Store(url, OLDEST)
    with store.write() as c:
        c.execute(text("CREATE TABLE remembered (key TEXT)"))  # the next revision will stumble over this
    store.close()
    with pytest.raises(Exception, match="remembered"):
        Store(url)
    store = Store(url, OLDEST)
    with store.write() as c:
        assert c.scalar(text("SELECT version_num FROM alembic_version")) == OLDEST
        assert c.scalar(text("SELECT count(*) FROM submission")) == 3
        c.execute(text("DROP TABLE remembered"))
    store.close()
    Store(url).close()


WRITER = """
import sys
from pathlib import Path
from gradus.store import Store, learners, submissions
from gradus.store.schema import uid
store = Store.at(Path(sys.argv[1]))
for _ in range(15):
    with store.write() as c:
        me = learners.find_or_add(c, "you")
        submissions.add(c, uid=uid(), learner_id=me, files={{}}, **{row!r})
"""


def test_processes_that_open_a_new_home_and_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    code = WRITER.format(row=ROW)
    running = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=Path(__file__).parents[2]) for _ in range(3)]
    assert [p.wait(60) for p in running] == [0, 0, 0]
    store = Store.at(tmp_path)
    with store.read() as c:
        me = learners.find(c, "you")
        assert me is not None
        assert len(submissions.whole(c, me)) == 45
        assert c.scalar(text("SELECT count(*) FROM learner")) == 1
    store.close()


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    with store.write() as w:
        learners.find_or_add(w, "you")
        with store.read() as r:
            assert learners.find(r, "you") is None
    with store.read() as r:
        assert learners.find(r, "you") is not None
    store.close()


def test_the_newest_revision_touches_no_row_that_stands(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'gradus.db'}"
    old_home(url)
    tables = ("learner", "submission", "verdict", "evidence", "seed")

    def rows(store: Store) -> dict[str, list[dict[str, object]]]:
        with store.read() as c:
            return {t: [dict(r._mapping) for r in c.execute(text(f"SELECT * FROM {t} ORDER BY 1"))] for t in tables}

    before_store = Store(url, "0002")
    before = rows(before_store)
    before_store.close()
    store = Store(url)
    after = rows(store)
    added = {"trial", "minutes"}
    assert {t: [{k: v for k, v in r.items() if k not in added} for r in found] for t, found in after.items()} == before
    assert all(r["trial"] is None and r["minutes"] is None for r in after["submission"])
    with store.read() as c:
        assert submissions.last(c, 1, ["add-pair"]) == submissions.get(c, 3)
        assert [a.seed for a in evidence.attempts(c, 1)] == [7]
    store.close()
