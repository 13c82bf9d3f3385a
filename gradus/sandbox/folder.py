"""A folder for the scratch folders of answers where they have no disk of their own, and the removal of those that a killed service left.

Whoever owns one holds a lock on it.  A lock ends with its process, however that ended: so a folder whose lock can be had is nobody's.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
import time

from gradus import settings

PREFIX = "gradus-scratch-"
YOUNG = 60.0  # seconds; between making a folder and locking it there is a moment


class Folder:
    """Made, locked, and owned by the user that answers run as."""

    def __init__(self) -> None:
        sweep()
        self.path = tempfile.mkdtemp(prefix=PREFIX)
        self.fd = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        fcntl.flock(self.fd, fcntl.LOCK_EX)
        if os.getuid() == 0:
            os.chown(self.path, *[settings.load().learner_uid] * 2)

    def remove(self) -> None:
        """With all that is in it; may be called again."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


def sweep() -> None:
    """Remove the folders of services that are gone."""
    mine = {os.getuid(), settings.load().learner_uid} if os.getuid() == 0 else {os.getuid()}
    with os.scandir(tempfile.gettempdir()) as entries:
        found = [e.path for e in entries if e.name.startswith(PREFIX) and e.is_dir(follow_symlinks=False)]
    for path in found:
        with contextlib.suppress(OSError):
            fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                seen = os.fstat(fd)
                if seen.st_uid not in mine or time.time() - seen.st_mtime < YOUNG:
                    continue
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises where its owner lives
                shutil.rmtree(path, ignore_errors=True)
            finally:
                os.close(fd)
