"""curriculum/proofs.lock: which steps have been proven, by the hash of their folder and of the judging code.

`gradus prove` writes it, everything else reads it.  JSON, one line a step, sorted, so that two branches merge.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

NAME = "proofs.lock"
Entry = Mapping[str, Any]  # {"step", "judging", "seeds", "mutants", "equivalent", "mistakes", "alternatives", "cheats", "drawn"}


def read_lock(folder: Path) -> dict[str, Entry]:
    """Entries by step id; empty when there is no lock or it cannot be read (then nothing counts as proven)."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {i: e for i, e in found.items() if isinstance(e, dict)} if isinstance(found, dict) else {}


def proven(folder: Path, standing: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """Ids of the steps that were proven exactly as they stand: by id the hash of the folder and that of the code that judges it."""
    lock = read_lock(folder)
    return frozenset(i for i, now in standing.items() if i in lock and (lock[i].get("step"), lock[i].get("judging")) == now)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Holds others who would change the lock of this curriculum until we are done."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_lock(folder: Path, entries: Mapping[str, Entry]) -> None:
    """Write all entries; replaces the file in one move."""
    lines = [f"{json.dumps(i)}: {json.dumps(dict(entries[i]), sort_keys=True)}" for i in sorted(entries)]
    draft = folder / f"{NAME}.new"
    draft.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    draft.replace(folder / NAME)
