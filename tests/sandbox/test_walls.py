"""What a box shows: the system, the interpreter, and never what lies beside or inside them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gradus import settings
from gradus.sandbox import herd, launch, walls
from gradus.sandbox.conversation import observe
from gradus.sandbox.held import held
from gradus.sandbox.job import Job
from gradus.vocabulary import Limits, Probe, Wall

from .conftest import Ask


def test_the_environment_of_a_zygote_is_made_not_inherited(monkeypatch: pytest.MonkeyPatch, wall: Wall, ask: Ask) -> None:
    monkeypatch.setenv("GRADUS_SECRET", "s")
    value = ask("import os\ndef f(): return dict(os.environ)").seen["p"].value
    assert "GRADUS_SECRET" not in value
    assert value["OMP_NUM_THREADS"] == "1"
    assert set(value) - set(walls.environment("/tmp")) <= {"LC_CTYPE", "PWD"}


def test_a_box_shows_the_system_and_the_interpreter_and_nothing_else(ask: Ask) -> None:
    if held().wall is not Wall.BOX:
        pytest.skip("no box here")
    there = ["/usr/bin", "/proc/self", "/dev/null", str(settings.learner_python())]
    hidden = [
        settings.CHECKOUT / "gradus",
        settings.CHECKOUT / "curriculum",
        settings.CHECKOUT / "pyproject.toml",
        "/etc/passwd",
        "/var",
        "/home",
        "/boot",
    ]
    source = "import os\ndef f(paths): return [os.path.exists(p) for p in paths]\ndef g(p): return os.listdir(p)"
    probes = {
        "there": Probe("answer.f", (there,)),
        "hidden": Probe("answer.f", ([str(p) for p in hidden],)),
        "root": Probe("answer.g", ("/",)),
    }
    seen = ask(source, probes=probes).seen
    assert seen["there"].value == [True] * 4
    assert seen["hidden"].value == [False] * 7
    assert seen["root"].raised is not None


def test_what_must_be_hidden_is_covered_where_it_lies_inside_something_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walls, "hidden", lambda: ["/usr/share", "/etc"])
    words = walls.bubblewrap(walls.Interpreter("/usr/bin/python3", ("/usr",))) if held().wall is Wall.BOX else None
    if words is None:
        pytest.skip("no box here")
    at = words.index("/usr/share")
    assert words[at - 1 : at + 3] == ["--tmpfs", "/usr/share", "--remount-ro", "/usr/share"]
    assert words.index("/usr") < at
    assert ["--tmpfs", "/etc"] not in [words[i : i + 2] for i in range(len(words))]


def test_the_way_to_a_folder_is_closed_where_others_may_not_enter(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents):
        if os.stat(folder).st_mode & 0o001 == 0:
            assert launch.closed_to_others(str(tmp_path)) is not None
            return
    (tmp_path / "own" / "deep").mkdir(parents=True)
    (tmp_path / "own").chmod(0o700)
    assert launch.closed_to_others(str(tmp_path / "own" / "deep")) == str(tmp_path / "own")
    assert launch.closed_to_others(str(tmp_path)) is None


def test_an_environment_under_a_closed_folder_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wall: Wall, ask: Ask) -> None:
    """As root, the box's user may not enter root's home; as an ordinary user, one's own home is open anyway."""
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    learner = settings.learner_python()
    subprocess.run([str(learner), "-m", "venv", "--without-pip", str(closed / "venv")], check=True)
    packages = subprocess.run(
        [str(learner), "-c", "import numpy, os; print(os.path.dirname(os.path.dirname(numpy.__file__)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    inside = next((closed / "venv" / "lib").glob("python3*/site-packages"))
    for name in ("numpy", "numpy.libs", "msgpack"):
        source = Path(packages.stdout.strip()) / name
        if source.exists():
            subprocess.run(["cp", "-r", str(source), str(inside)], check=True)
    (closed / "secret").write_text("s")
    monkeypatch.setenv("GRADUS_LEARNER_PYTHON", str(closed / "venv" / "bin" / "python"))
    zygote = herd.Zygote("numpy", wall)
    try:
        source_text = "import os, sys\ndef f(p): return sys.prefix, os.path.exists(p)"
        seen = observe(zygote, Job("numpy", {"answer.py": source_text}, {"p": Probe("answer.f", (str(closed / "secret"),))}, Limits(), 0))
        prefix, visible = seen.seen["p"].value
        assert prefix == str(closed / "venv")
        assert not (visible and (wall is Wall.BOX or os.getuid() == 0))
    finally:
        zygote.close()


def test_answers_never_run_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    python = walls.Interpreter("/usr/bin/python3", ())
    if os.getuid() != 0:
        assert walls.as_nobody_much(["x"], python) == ["x"]
        return
    monkeypatch.setenv("GRADUS_LEARNER_UID", "0")
    with pytest.raises(walls.Refused, match="never run as root"):
        walls.as_nobody_much(["x"], python)


def test_settings_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADUS_HOME", "/somewhere")
    monkeypatch.setenv("GRADUS_LEARNER_PYTHON", sys.executable)
    monkeypatch.setenv("GRADUS_WALL", "process")
    now = settings.load()
    assert (now.home, now.learner_python, now.wall) == (Path("/somewhere"), Path(sys.executable), Wall.PROCESS)
    for name in ("WALL", "LEAST", "START"):
        with monkeypatch.context() as patch:
            patch.setenv(f"GRADUS_{name}", "bunker")
            with pytest.raises(ValueError, match="bunker"):
                settings.load()
