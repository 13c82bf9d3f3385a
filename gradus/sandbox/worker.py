"""A single-use interpreter that was started ahead: loads its libraries, closes the room behind itself, serves one submission and ends.

It stands in for the zygote where a process with libraries in it must not fork (macOS).  Like a zygote it holds nothing worth reading.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Mapping
from typing import Any

from . import room


def main(conn: int, out: int, settings: Mapping[str, Any], load: Callable[[], None]) -> None:
    """Load, shut in, serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is for the service, which will hang up
    load()
    from . import driver, rehearsal

    missing = rehearsal.rehearse(settings["family"])
    if missing:
        sys.exit("the learner environment lacks " + ", ".join(missing[:5]))
    scratch = settings["scratch"]
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        fd = room.enter({"disk_mb": 0}, settings, conn, out, scratch)
        room.alarmed = True
        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        driver.main(fd, scratch, False)
    except BaseException as e:
        with contextlib.suppress(OSError):
            os.write(2, f"\nsandbox: {type(e).__name__}: {e}\n".encode("utf-8", "replace"))
    finally:
        os._exit(121)
