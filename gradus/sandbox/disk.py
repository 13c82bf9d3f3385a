"""How much an answer wrote where it has no disk of its own; runs inside the box.  It watches, it cannot prevent."""

from __future__ import annotations

import contextlib
import os
import stat

ENTRIES = 4096  # more files than a disk of its own would hold count as too much
TOO_MUCH = 1 << 62


def used(pid: int, scratch: str) -> int:
    """Bytes of the files below `scratch` and of those that process `pid` holds open without a name; TOO_MUCH for too many of them."""
    found: dict[tuple[int, int], int] = {}
    folders = [scratch]
    while folders:
        with contextlib.suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    seen = entry.stat(follow_symlinks=False)
                    found[seen.st_dev, seen.st_ino] = seen.st_blocks * 512
                    if stat.S_ISDIR(seen.st_mode):
                        folders.append(entry.path)
                if len(found) > ENTRIES:
                    return TOO_MUCH
    return sum(found.values()) + nameless(pid)


def nameless(pid: int) -> int:
    """Bytes of open files that were deleted; 0 where there is no /proc to see them."""
    total = 0
    with contextlib.suppress(OSError):
        for name in os.listdir(f"/proc/{pid}/fd"):
            with contextlib.suppress(OSError):
                seen = os.stat(f"/proc/{pid}/fd/{name}")
                if stat.S_ISREG(seen.st_mode) and seen.st_nlink == 0:
                    total += seen.st_blocks * 512
    return total
