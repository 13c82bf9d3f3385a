"""A small real curriculum and homes on it, for tests: three tiny steps, judged for real."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from gradus.content.lock import write_lock
from gradus.content.read import read
from gradus.engine import judging_code
from gradus.study import Learner, open_home

SOURCE = Path(__file__).parent / "small_curriculum"
RIGHT = "def add(a, b):\n    return b + a\n"
WRONG = "def add(a, b):\n    return a * b\n"
STEP, DRILL, MEAN = "add-pair", "add-drill", "mean-list"


def curriculum(into: Path, renamed: Mapping[str, str] | None = None) -> Path:
    """A copy that may be changed, with every sound step in its lock; say `prove` again after a change."""
    if not into.exists():
        shutil.copytree(SOURCE, into)
    if renamed:
        lines = [f'{old} = "{new}"' for old, new in renamed.items()]
        (into / "renamed.toml").write_text("[renamed]\n" + "\n".join(lines) + "\n", "utf-8")
    prove(into)
    return into


def prove(folder: Path) -> None:
    """Put every sound step into the lock, so that it exists for a learner (what a proof is has tests of its own)."""
    steps = read(folder).steps
    write_lock(folder, {i: {"step": s.hash, "judging": judging_code(s.kind)} for i, s in steps.items()})


def at_home(folder: Path, name: str = "home", renamed: Mapping[str, str] | None = None) -> Learner:
    """A learner in a new home below `folder`, on a copy of the small curriculum there."""
    return open_home(folder / name, curriculum(folder / "curriculum", renamed))
