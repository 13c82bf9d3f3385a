"""The broken curricula: each case is what differs from the sound one, so that one can see at a glance what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "broken_curriculum"


def whole(cases: Path, case: str, into: Path) -> Path:
    """The sound tree with the files of the case laid over it and those that removed.txt names taken out."""
    shutil.copytree(cases / "sound", into)
    if case == "sound":
        return into
    removed = cases / case / "removed.txt"
    for name in removed.read_text("utf-8").split() if removed.exists() else ():
        path = into / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for path in sorted((cases / case).rglob("*")):
        name = path.relative_to(cases / case)
        if path.is_file() and str(name) not in ("removed.txt", "expected.txt"):
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, into / name)
    return into
