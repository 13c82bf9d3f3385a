"""A learner's project in a terminal: begun, judged stage by stage, and the finished one shown on a folder of documents."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from gradus import projects
from gradus.cli.main import run
from gradus.learner import Refused
from tests import small
from tests.cli.conftest import Said
from tests.project import SMALL

pytestmark = pytest.mark.usefixtures("project_environment")
REFERENCE = SMALL / "projects/project-words/words/reference"


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    shutil.copytree(SMALL, tmp_path / "tree")
    small.prove(tmp_path / "tree")
    monkeypatch.setenv("GRADUS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GRADUS_CURRICULUM", str(tmp_path / "tree"))
    monkeypatch.chdir(tmp_path)

    def asked(*arguments: str) -> Said:
        code = run(["--home", str(tmp_path / "home"), "--curriculum", str(tmp_path / "tree"), "project", *arguments])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return asked


def test_a_repository_is_written_committed_and_judged_stage_by_stage(
    ask: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask("new", "words", "mine", "--no-setup").code == 0
    mine = tmp_path / "mine"
    log = subprocess.run(["git", "log", "--format=%s"], cwd=mine, capture_output=True, text=True, check=True).stdout
    assert log == f"{projects.FIRST}\n"
    assert not subprocess.run(["git", "status", "--porcelain"], cwd=mine, capture_output=True, check=True).stdout
    monkeypatch.chdir(mine / "wordy")
    first = ask("try")
    assert first.code == 1
    assert "not written yet" in " ".join(first.out.split())
    shutil.copy(REFERENCE / "wordy/count.py", mine / "wordy/count.py")
    second = ask("try")
    assert second.code == 0, second.out
    assert "Next: Serve the counts." in second.out
    assert "step 1  files 2" in second.err
    shutil.copy(REFERENCE / "wordy/serve.py", mine / "wordy/serve.py")
    assert "Every stage of this project is proved." in ask("try").out
    assert "All 2 stages of words are proved." in ask("try").err
    assert ask("try", "count").code == 0
    assert "  ✓  1 Count words" in ask().out


def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(ask: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/own.txt").write_text("mine")
    said = ask("new", "words", "mine", "--no-setup")
    assert said.code == 2
    assert "is not empty; nothing was written." in said.err
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["own.txt"]


@pytest.mark.parametrize(
    ("words", "say"),
    [
        (("new", "nothing", "mine", "--no-setup"), "There is no project 'nothing'."),
        (("new", "words", "tree/roadmap.yaml", "--no-setup"), "is a file; nothing was written."),
        (("new", "words", "tree/roadmap.yaml/x", "--no-setup"), "cannot be written"),
        (("try",), "is no repository of a project."),
        (("demo", "words", "--docs", "nowhere"), "There is no folder"),
        (("demo", "nothing", "--docs", "tree"), "There is no project 'nothing'."),
        (("demo", "words", "--docs", "home"), "There are no texts in home."),
    ],
)
def test_what_cannot_be_done_is_a_sentence_with_what_to_do(
    ask: Callable[..., Said], tmp_path: Path, words: tuple[str, ...], say: str
) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    said = ask(*words)
    assert said.code == 2
    assert say in " ".join(said.err.split())
    assert len(said.err.strip().splitlines()) >= 2


def test_a_stage_that_is_not_there_is_told_with_those_that_are(
    ask: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("new", "words", "mine", "--no-setup")
    monkeypatch.chdir(tmp_path / "mine")
    assert "Its stages: count, serve" in ask("try", "fly").err


def test_a_port_in_use_is_told_before_anything_runs(ask: Callable[..., Said], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = ask("demo", "words", "--docs", "tree", "--port", str(taken.getsockname()[1]))
    assert said.code == 2
    assert "is in use by another program" in said.err
    assert not (tmp_path / "home/projects").exists()


def test_the_finished_project_serves_a_folder_until_it_is_told_to_end(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.txt").write_text("tree Tree house")
    command = [sys.executable, "-m", "gradus", "--home", str(tmp_path / "home"), "--curriculum", str(SMALL), "project", "demo", "words"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUNBUFFERED": "1"}
    shown = subprocess.Popen(
        [*command, "--docs", str(tmp_path / "docs"), "--port", str(port)], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert shown.stdout is not None
        said = ""
        while "Ctrl C" not in said:
            line = shown.stdout.readline()
            assert line, said
            said += line
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/count?word=tree", timeout=20) as got:
            assert json.load(got) == {"count": 2}
    finally:
        shown.send_signal(signal.SIGTERM)
        shown.wait(30)
        assert shown.stdout is not None
        shown.stdout.close()
    for _ in range(100):
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.1)
    raise AssertionError("the service outlived the command that started it")


def test_only_what_git_knows_of_is_handed_in(ask: Callable[..., Said], tmp_path: Path) -> None:
    ask("new", "words", "mine", "--no-setup")
    mine = tmp_path / "mine"
    (mine / "runs").mkdir()
    (mine / "runs/model.txt").write_text("x" * 3_000_000)
    (mine / "picture.png").write_bytes(b"\x89PNG\0")
    (mine / "new.py").write_text("1\n")
    (mine / "link").symlink_to("/etc/passwd")
    (mine / "README.md").unlink()
    found = projects.read(mine)
    assert "new.py" in found
    assert not {"runs/model.txt", "picture.png", "link", "README.md"} & set(found)
    (mine / "large.txt").write_text("x" * 3_000_000)
    with pytest.raises(Refused, match="hold more than 2 MB"):
        projects.read(mine)


def test_the_coverage_counts_the_stages_of_every_project(ask: Callable[..., Said], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["projects"] == {"words": {"stages": 2, "proven": 2}}
    assert run(["coverage"]) == 0
    assert "Project words" in capsys.readouterr().out


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a repository away")
def test_a_repository_that_root_began_is_read_after_roots_rights_are_given_up(ask: Callable[..., Said], tmp_path: Path) -> None:
    ask("new", "words", "mine", "--no-setup")
    mine = tmp_path / "mine"
    for path in [mine, *mine.rglob("*")]:
        os.chown(path, 12345, 12345)  # so this process is not its owner, as git sees it
    assert "README.md" in projects.read(mine)
