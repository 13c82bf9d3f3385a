"""Which wall holds is found by trying; where the strongest does not, a weaker one serves and says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gradus.sandbox import held, walls
from gradus.vocabulary import Wall

from .conftest import Ask


@pytest.fixture(autouse=True)
def found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_find", held._find.__wrapped__)


def test_a_machine_without_bubblewrap_serves_behind_a_process_and_says_so(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    found = held.held()
    assert found.wall is Wall.PROCESS
    assert found.why == "bubblewrap (bwrap) is not installed"
    seen = ask("def f(): return 1")
    assert (seen.wall, seen.seen["p"].value) == (Wall.PROCESS, 1)


def test_a_bubblewrap_that_fails_serves_behind_a_process_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\necho 'No permissions to create new namespace' >&2\nexit 1\n")
    program.chmod(0o755)
    tmp_path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    found = held.held()
    assert found.wall is Wall.PROCESS
    assert found.why


def test_a_box_that_shows_too_much_is_not_called_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    if held.held().wall is not Wall.BOX:
        pytest.skip("no box here")
    shown = str(Path(held.__file__).parent)
    if shown.startswith("/tmp/"):
        pytest.skip("the empty /tmp of a child covers this checkout, whatever is shown of it")
    honest = walls.bubblewrap

    def careless(python: walls.Interpreter) -> list[str]:
        words = honest(python)
        at = words.index("--proc")
        return [*words[:at], "--ro-bind", shown, shown, *words[at:]]

    monkeypatch.setattr(walls, "bubblewrap", careless)
    found = held.held()
    assert found.wall is Wall.PROCESS
    assert "no other files" in found.why


def test_the_lower_wall_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADUS_WALL", "process")
    assert held.held().wall is Wall.PROCESS
