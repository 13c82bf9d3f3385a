"""Single key presses from a terminal, where there is one; nothing without."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def single_keys() -> Iterator[bool]:
    """While inside, keys arrive without Enter and are not echoed; yields whether this terminal can do that."""
    if not sys.stdin.isatty():
        yield False
        return
    if os.name == "nt":
        yield True
        return
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        yield True
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def read_key() -> str:
    """Wait for one key; "" when the terminal is gone."""
    if os.name == "nt":
        import msvcrt

        return str(msvcrt.getwch())  # type: ignore[attr-defined,unused-ignore]
    return os.read(sys.stdin.fileno(), 1).decode("ascii", "replace")
