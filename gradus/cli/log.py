"""Where the log goes: into a file of the home folder, which comes into being with the first line; to the terminal with GRADUS_DEBUG."""

from __future__ import annotations

import io
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

from gradus import settings

NAME = "gradus.log"


class _HomeFile(RotatingFileHandler):
    """Makes the home folder when there is something to say, not before."""

    def _open(self) -> io.TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


def keep_log() -> None:
    """Send what Gradus logs to its place; safe to call again."""
    log = logging.getLogger("gradus")
    for old in [h for h in log.handlers if isinstance(h, (_HomeFile, logging.StreamHandler))]:
        log.removeHandler(old)
        old.close()
    handler: logging.Handler
    if os.environ.get("GRADUS_DEBUG"):
        handler = logging.StreamHandler()
    else:
        handler = _HomeFile(settings.home() / NAME, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
