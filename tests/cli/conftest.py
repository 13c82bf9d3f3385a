"""A home of one's own, a small proven curriculum, and the command line as a function."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gradus.cli.main import run
from gradus.content.read import read
from gradus.engine import judging_code
from tests.content.broken import CASES, whole

RIGHT = "def sum_squares(numbers):\n    return sum(x * x for x in numbers)\n"
WRONG = "def sum_squares(numbers):\n    return sum(numbers)\n"


ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    """For a process of its own: this checkout, output at once, a screen of a known size."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": "1", "COLUMNS": "100", "LINES": "40", "TERM": "xterm"}


@dataclass
class Said:
    """What one command printed, and its exit code."""

    code: int
    out: str
    err: str


@dataclass
class Desk:
    """Where a learner sits."""

    home: Path
    tree: Path
    ask: Callable[..., Said]

    def answer(self, text: str, step: str = "sum-squares", name: str = "answer.py") -> None:
        """Save a text as the answer to a step."""
        path = self.home / "workspace" / step / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def signed(tree: Path) -> None:
    """Put every step of the tree into the lock as it stands (what a proof would do in a minute)."""
    entries = {i: {"step": s.hash, "judging": judging_code(s.kind)} for i, s in read(tree).steps.items()}
    (tree / "proofs.lock").write_text(json.dumps(entries))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    tree, home = whole(CASES, "sound", tmp_path / "tree"), tmp_path / "home"
    signed(tree)
    for name in [n for n in os.environ if n.startswith("GRADUS_") and n != "GRADUS_LEARNER_PYTHON"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GRADUS_HOME", str(home))
    monkeypatch.setenv("GRADUS_CURRICULUM", str(tree))
    monkeypatch.chdir(tmp_path)

    def ask(*arguments: str) -> Said:
        code = run(["--home", str(home), "--curriculum", str(tree), *arguments])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    yield Desk(home, tree, ask)
    log = logging.getLogger("gradus")
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
