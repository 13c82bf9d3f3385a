"""How often a submission brought its judge down: a byte in a file for each time, kept until there is a verdict.

The byte is written before the submission is run, so it also counts when the whole service went down.  No more than three tries are made.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

MOST = 3


class Tries:
    """The tries of one submission; `name` is one that no other submission anywhere has.  Without a folder they are counted in memory."""

    def __init__(self, home: Path | None, name: str) -> None:
        self.name = name
        self.file = home / "tries" / name if home else None
        self.made = 0
        if self.file:
            with contextlib.suppress(OSError):
                self.made = self.file.stat().st_size

    @property
    def left(self) -> bool:
        """Whether another one is allowed."""
        return self.made < MOST

    def begin(self) -> None:
        """One more is made; nothing is written down for good until it fails."""
        self.made += 1
        if self.file:
            with contextlib.suppress(OSError):
                self.file.parent.mkdir(exist_ok=True)
                with self.file.open("ab") as f:
                    f.write(b".")

    def take_back(self) -> None:
        """The last one was ended by us, so it says nothing about the submission."""
        self.made -= 1
        if self.file:
            with contextlib.suppress(OSError):
                os.truncate(self.file, self.made)

    def forget(self) -> None:
        """There is a verdict."""
        if self.file:
            with contextlib.suppress(OSError):
                self.file.unlink()
