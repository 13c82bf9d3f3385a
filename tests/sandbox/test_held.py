"""Which wall holds is found by trying; where the strongest does not, a weaker one serves and says why."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from gradus import settings
from gradus.sandbox import held, walls
from gradus.sandbox.selfcheck import PROMISED
from gradus.vocabulary import Outcome, Wall

from .conftest import Ask


@pytest.fixture(autouse=True)
def found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_found", {})


def needs_a_box() -> None:
    """Skip where there is none, and forget what was found."""
    if held.held().wall is not Wall.BOX:
        pytest.skip("no box here")
    held._found.clear()


def test_a_machine_without_bubblewrap_serves_behind_a_filter_and_says_so(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    found = held.held()
    assert found.wall is Wall.FILTER
    assert "bubblewrap (bwrap) is not installed" in found.why
    seen = ask("def f(): return 1")
    assert (seen.wall, seen.seen["p"].value) == (Wall.FILTER, 1)


def test_a_bubblewrap_that_fails_serves_behind_a_filter_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\necho 'No permissions to create new namespace' >&2\nexit 1\n")
    program.chmod(0o755)
    tmp_path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    found = held.held()
    assert found.wall is Wall.FILTER
    assert found.why


def test_where_only_bubblewrap_itself_may_make_namespaces_the_box_is_shared(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    """As Ubuntu's AppArmor profile for bubblewrap does."""
    needs_a_box()
    honest = walls.bubblewrap

    def restricted(python: walls.Interpreter, disk: int | None = None) -> list[str]:
        program, *words = honest(python, disk)
        return [program, "--unshare-user", "--disable-userns", *words]

    monkeypatch.setattr(walls, "bubblewrap", restricted)
    found = held.held()
    assert found.wall is Wall.SHARED_BOX
    assert "disk area" in found.say
    assert found.why
    seen = ask("import os\ndef f(): return os.getpid()")
    assert seen.wall is Wall.SHARED_BOX
    assert seen.seen["p"].value != 1


LESS = """
import struct, sys
from gradus.sandbox import seccomp as s
from gradus.sandbox.namespaces import no_new_privileges
refused = [s._when(272, [s._argument(0), (s.ANY_BIT, 0, 1, 0x10000000), s._ret(s.REFUSE), s._ret(s.ALLOW)]),
           s._when(56, [s._argument(0), (s.ANY_BIT, 0, 1, 0x10000000), s._ret(s.REFUSE), s._ret(s.ALLOW)]), s._when(435, [s._ret(s.ABSENT)])]
if sys.argv[1] == "no landlock":
    refused.append(s._when(444, [s._ret(s.ABSENT)]))
code = [(s.LOAD, 0, 0, s.NUMBER), *[i for part in refused for i in part], s._ret(s.ALLOW)]
no_new_privileges()
s.install(b"".join(struct.pack("HBBI", *i) for i in code))
from gradus.sandbox.held import held
found = held()
print(found.wall, "|", found.why)
"""


@pytest.mark.parametrize(("place", "level"), [("no user namespaces", "filter"), ("no landlock", "process")])
def test_a_place_that_forbids_user_namespaces_or_an_old_kernel_gets_the_best_honest_level(place: str, level: str) -> None:
    """As in a container, and before Linux 5.13: the calls themselves are refused, to the service and all below it."""
    needs_a_box()
    done = subprocess.run([sys.executable, "-c", LESS, place], capture_output=True, text=True, cwd=settings.CHECKOUT, check=True)
    assert done.stdout.partition(" |")[0] == level, done.stdout + done.stderr


def test_a_level_that_the_self_check_does_not_confirm_is_refused_by_a_strict_service(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    """A box whose zygote forgot the system call filter looks well, and is attacked."""
    needs_a_box()
    honest = walls.orders
    monkeypatch.setattr(held, "_strict", threading.Event())

    def careless(wall: Wall, *rest: Any) -> dict[str, Any]:
        told = honest(wall, *rest)
        if wall is Wall.BOX:
            told["modules"]["room"] = (
                told["modules"]["room"].replace("nr_inodes=4096", "nr_inodes=4096000").replace("size={disk_mb}m", "size=999m")
            )
        return told

    monkeypatch.setattr(walls, "orders", careless)
    assert held.known() is None
    assert held.held().wall is Wall.BOX
    held.be_strict()
    assert held.known() is None, "what was seen is not what was attacked"
    found = held.held()
    assert held.known() == found
    assert found.wall is Wall.SHARED_BOX
    assert "self-check failed: disk limit" in found.why
    assert not found.refused


def test_below_the_least_level_nothing_is_run(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    monkeypatch.setenv("GRADUS_WALL", "filter")
    monkeypatch.setenv("GRADUS_LEAST", "box")
    assert "GRADUS_LEAST" in held.held().refused
    seen = ask("def f(): return 1")
    assert seen.stopped is not None
    assert seen.stopped.outcome is Outcome.BROKEN
    assert "this machine holds `filter`" in seen.stopped.say


def test_a_box_that_shows_too_much_is_not_called_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    needs_a_box()
    shown = str(Path(held.__file__).parent)
    if shown.startswith("/tmp/"):
        pytest.skip("the empty /tmp of a child covers this checkout, whatever is shown of it")
    honest = walls.bubblewrap

    def careless(python: walls.Interpreter, disk: int | None = None) -> list[str]:
        words = honest(python, disk)
        at = words.index("--proc")
        return [*words[:at], "--ro-bind", shown, shown, *words[at:]]

    monkeypatch.setattr(walls, "bubblewrap", careless)
    found = held.held()
    assert found.wall is Wall.SHARED_BOX, "behind Landlock it is visible, and closed"
    assert "no other files" in found.why


@pytest.mark.parametrize("level", ["shared box", "filter", "process"])
def test_a_lower_wall_can_be_asked_for(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADUS_WALL", level)
    assert held.held().wall == level


def test_interpreters_started_ahead_have_no_box_and_the_level_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADUS_START", "worker")
    assert held.held().wall is Wall.FILTER
    assert "no box" in held.held().why


def test_every_level_has_its_words_for_the_learner_and_its_promises() -> None:
    assert set(held.SAY) == set(PROMISED) == set(Wall)
    strengths = [PROMISED[w] for w in Wall]
    assert all(weaker <= stronger for stronger, weaker in itertools.pairwise(strengths)), "strongest first"


def test_on_windows_the_way_is_named() -> None:
    with pytest.raises(walls.Refused, match="WSL"):
        walls.command(Wall.PROCESS, walls.Interpreter("python", ()), platform="win32")
