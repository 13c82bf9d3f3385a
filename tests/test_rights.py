"""Started as root: who Gradus becomes, what it may still reach, what it does where that cannot be.  Real processes; skipped elsewhere."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.chaos import below
from gradus import rights
from tests.small import RIGHT, STEP, curriculum, prove

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0 or sys.platform != "linux", reason="for root on Linux")
UID = 64777
ROOT = Path(__file__).parents[1]
SETUID, ADMIN, LIBC = 7, 21, ctypes.CDLL(None)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder that only root may enter, with a curriculum in it; homes are made here."""
    place = tmp_path / "closed"
    place.mkdir(mode=0o700)
    prove(curriculum(place / "curriculum"))
    (place / "secret").write_text("s")
    return place


def environment(place: Path, home: str = "home") -> dict[str, str]:
    own = {"GRADUS_HOME": str(place / home), "GRADUS_CURRICULUM": str(place / "curriculum"), "GRADUS_LEARNER_UID": str(UID)}
    return {**os.environ, **own, "PYTHONPATH": str(ROOT), "COLUMNS": "300", "PYTHONUNBUFFERED": "1"}


def without(capability: int) -> Callable[[], None]:
    """As in a container that was not given it."""
    return lambda: LIBC.prctl(24, capability, 0, 0, 0) and None


def gradus(place: Path, *words: str, home: str = "home", before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gradus.cli.main", *words]
    return subprocess.run(
        command, cwd=place, env=environment(place, home), capture_output=True, text=True, check=False, preexec_fn=before, timeout=180
    )


def owner(path: Path) -> int:
    return path.stat().st_uid


def users(pid: int) -> set[int]:
    """Real, effective, saved and file-system user of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return {int(n) for n in status.partition("Uid:")[2].splitlines()[0].split()}


@contextmanager
def serving(place: Path, port: int, before: Callable[[], None] | None = None) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "gradus.cli.main", "up", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(
        command, cwd=place, env=environment(place), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=before
    )
    assert process.stdout
    said = "".join(iter(process.stdout.readline, "Ctrl C stops it.\n"))
    try:
        yield process, said
    finally:
        process.terminate()
        process.communicate(timeout=60)


def ask(port: int, path: str, body: object = None) -> dict[str, object]:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, {"Content-Type": "application/json"})
    end = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return dict(json.load(reply))
        except (ConnectionError, urllib.error.URLError):
            if time.monotonic() > end:
                raise
        time.sleep(0.1)


def outcome(port: int, text: str) -> object:
    """What comes of an answer that is handed in."""
    id = ask(port, "/api/submissions", {"step": STEP, "files": {"answer.py": text}})["id"]
    found: dict[str, object] = {}
    end = time.monotonic() + 120
    while not found.get("outcome") and time.monotonic() < end:
        time.sleep(0.1)
        found = ask(port, f"/api/submissions/{id}")["submission"]  # type: ignore[assignment]
    return found.get("outcome")


def free_port() -> int:
    from tests.cli.test_up import free_port as free

    return free()


def test_the_server_and_everything_below_it_is_an_ordinary_user_who_reaches_only_what_it_needs(closed: Path) -> None:
    port = free_port()
    with serving(closed, port) as (process, said):
        assert f"goes on as user {UID}" in said
        assert outcome(port, RIGHT) == "accepted"
        everything = [process.pid, *below(process.pid)]
        assert len(everything) >= 3  # itself, a judge worker, a zygote
        assert all(users(pid) == {UID} for pid in everything)
        assert not os.path.exists(f"/proc/{process.pid}/root{closed / 'secret'}")
    assert owner(closed / "home" / "gradus.db") == UID


def test_without_a_wall_an_answer_has_the_users_rights_and_still_cannot_look_into_a_judge_worker(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADUS_WALL", "process")
    port = free_port()
    text = "import os\nopened = []\nfor pid in filter(str.isdigit, os.listdir('/proc')):\n    try:\n        with open(f'/proc/{pid}/cmdline') as f: worker = 'gradus.judge_worker' in f.read()\n        with open(f'/proc/{pid}/environ') as f: opened += [pid] * worker\n    except OSError: pass\n"
    with serving(closed, port) as (process, _):
        assert outcome(port, text + f"def add(a, b): return a + b if not opened and os.getuid() == {UID} else 0\n") == "accepted"
        workers = [pid for pid in below(process.pid) if b"judge_worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]
        assert workers


def test_a_home_that_belongs_to_somebody_is_served_with_the_rights_of_that_user(closed: Path) -> None:
    (closed / "home").mkdir()
    os.chown(closed / "home", UID + 1, UID + 1)
    done = gradus(closed, "next")
    assert done.returncode == 0, done.stderr
    assert owner(closed / "home" / "gradus.db") == UID + 1


def test_a_home_that_root_used_before_is_given_away_whole_but_for_what_has_a_second_name(closed: Path) -> None:
    folder = closed / "home" / "workspace" / STEP
    folder.mkdir(parents=True)
    (folder / "answer.py").write_text(RIGHT)
    os.link(closed / "secret", folder / "hard")
    os.symlink(closed / "secret", folder / "soft")
    done = gradus(closed, "try", STEP)
    assert done.returncode == 0, done.stdout + done.stderr
    assert owner(folder / "answer.py") == owner(folder) == owner(closed / "home") == UID
    assert owner(closed / "secret") == 0


def test_a_file_that_a_command_writes_for_root_is_written_with_roots_rights(closed: Path) -> None:
    done = gradus(closed, "export", "record.json")
    assert done.returncode == 0, done.stderr
    assert json.loads((closed / "record.json").read_text())
    assert owner(closed / "record.json") == 0
    assert owner(closed / "home" / "gradus.db") == UID


def test_a_folder_with_other_things_in_it_is_not_given_away(closed: Path) -> None:
    (closed / "srv").mkdir()
    (closed / "srv" / "other").write_text("")
    done = gradus(closed, "selfcheck", "--json", home="srv")
    assert "holds other things" in json.loads(done.stdout)["root"]
    assert owner(closed / "srv" / "other") == owner(closed / "srv") == 0


def test_a_record_in_a_file_of_its_own_stays_within_reach(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (closed / "base").mkdir()
    monkeypatch.setenv("GRADUS_DATABASE", f"sqlite:///{closed}/base/record.db")
    assert "cannot write to" in json.loads(gradus(closed, "selfcheck", "--json").stdout)["root"]
    os.chown(closed / "base", UID, UID)
    assert json.loads(gradus(closed, "selfcheck", "--json").stdout)["root"] is None


@pytest.mark.parametrize("capability", [SETUID, ADMIN], ids=["no setuid", "no mounts"])
def test_where_it_cannot_be_done_the_server_says_so_and_comes_up(closed: Path, capability: int) -> None:
    port = free_port()
    with serving(closed, port, without(capability)) as (process, said):
        assert "keeps the rights of root here: " in said
        assert ask(port, "/api/health")["version"]
        assert 0 in users(process.pid)


def test_where_roots_own_folder_is_closed_and_nothing_can_be_mounted_the_home_lies_elsewhere(tmp_path: Path) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom gradus import rights, settings\n"
        "def no(*a): raise PermissionError(1, 'Operation not permitted')\n"
        "real = rights.make_reachable\n"
        f"rights.make_reachable = lambda paths, uid: no() if any(p.startswith({str(tmp_path)!r} + '/own') for p in paths) else real(paths, uid)\n"
        f"rights.INSTEAD = Path({str(tmp_path)!r}) / 'instead'\nrights.this_is_a_program()\n"
        "print(rights.give_up_root().why or os.getuid(), settings.home())\n"
    )
    more = {"XDG_DATA_HOME": str(tmp_path / "own"), "GRADUS_HOME": "", "GRADUS_LEARNER_UID": str(UID), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], env={**os.environ, **more}, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(UID), str(tmp_path / "instead")]
    assert not (tmp_path / "own" / "gradus").exists()


def test_who_calls_the_library_keeps_its_rights() -> None:
    assert rights.give_up_root().user == 0
    assert os.geteuid() == 0
