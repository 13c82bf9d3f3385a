"""What an answer may read where no mount namespace hides the rest: the system and the interpreter, without what lies inside them.

Landlock only adds permissions.  So where a hidden folder lies inside a shown one (Gradus installed beside the learner's libraries), the
shown one is taken apart: every neighbour on the way is named, and the folders on the way may only be listed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sys/devices/system/cpu")


def readable(shown: Iterable[str], hidden: Iterable[str]) -> tuple[list[str], list[str]]:
    """(paths that may be read with all below them, folders of which only the names may be read)."""
    secret = [os.path.realpath(h) for h in hidden]
    read: list[str] = []
    listed: list[str] = []
    todo = list(dict.fromkeys(os.path.realpath(s) for s in (*SYSTEM, *shown) if os.path.exists(s)))
    while todo:
        path = todo.pop(0)
        if path in secret or any(path.startswith(s + "/") for s in secret):
            continue
        if not any(s.startswith(path.rstrip("/") + "/") for s in secret):
            read.append(path)
            continue
        try:
            todo += [e.path for e in os.scandir(path) if not e.is_symlink()]
        except OSError:
            continue
        listed.append(path)
    return read, listed
