"""Which wall this machine holds: seen by trying, not inferred from versions; found once for each process.

The try is an ordinary submission that looks around.  What it reports is believed because nobody hostile wrote it; the harder tries
are in `selfcheck`.
"""

from __future__ import annotations

import functools
import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from gradus import settings
from gradus.sandbox.child import ZygoteGone
from gradus.sandbox.conversation import observe
from gradus.sandbox.herd import Zygote
from gradus.sandbox.job import Job
from gradus.sandbox.walls import Refused
from gradus.vocabulary import Limits, Probe, Wall

LOG = logging.getLogger(__name__)
SAY = {
    Wall.BOX: "Your code ran alone: no network, no other files, no other processes. It ran where the solution is not mounted, and it could "
    "not change how it was judged.",
    Wall.PROCESS: "Your code was kept apart from the comparison but not locked in: a program written to cheat could. It counts for your own "
    "practice and is not certified.",
}
LOOK = """
import os, socket, sys

def refused(act):
    try:
        act()
    except OSError:
        return True
    return False

def own_folders():  # a checkout below /tmp: its interpreter stays where it is, read-only
    return {p.split("/")[2] for p in (os.path.realpath(sys.prefix), os.path.realpath(sys.base_prefix)) if p.startswith("/tmp/")}

def look(paths):
    return {
        "is alone": os.getpid() == 1 and [p for p in os.listdir("/proc") if p.isdigit()] == ["1"],
        "no other files": not any(os.path.exists(p) for p in paths),
        "no sockets": refused(socket.socket),
        "no processes": refused(os.fork),
        "nothing writable": refused(lambda: open("/usr/written", "w")) and refused(lambda: open(os.__file__, "a")),
        "own scratch": not os.listdir("/dev/shm") and [n for n in os.listdir("/tmp") if n not in own_folders()] == ["answer.py"],
        "no root": os.getuid() != 0,
    }
"""


@dataclass(frozen=True)
class Held:
    """The strongest wall that was seen to hold, the sentence about it for the learner, and why it is not a stronger one."""

    wall: Wall
    say: str
    why: str = ""


def _try(wall: Wall) -> str:
    """Look around behind `wall`; "" if all is as it should be, else what is not."""
    paths = tuple(str(p) for p in (settings.CHECKOUT / "pyproject.toml", settings.CHECKOUT / "curriculum", Path(__file__), settings.home()))
    try:
        zygote = Zygote("bare", wall)
    except (Refused, OSError) as e:
        return str(e)
    try:
        seen = observe(zygote, Job("bare", {"answer.py": LOOK}, {"look": Probe("answer.look", (paths,))}, Limits(seconds=30), 0))
    except ZygoteGone as e:
        return str(e)
    finally:
        zygote.close()
    if seen.stopped is not None or seen.seen["look"].raised is not None:
        return str(seen.stopped.say if seen.stopped else seen.seen["look"].raised)
    return ", ".join(f"not seen: {name}" for name, holds in seen.seen["look"].value.items() if holds is not True)


@functools.lru_cache(maxsize=4)
def _find(wanted: Wall, learner_python: str) -> Held:
    if wanted is not Wall.BOX:
        return Held(Wall.PROCESS, SAY[Wall.PROCESS], "asked for by GRADUS_WALL")
    if why := _try(Wall.BOX):
        LOG.warning("answers run at level `process`, because the box does not hold here: %s", why)
        return Held(Wall.PROCESS, SAY[Wall.PROCESS], why)
    return Held(Wall.BOX, SAY[Wall.BOX])


_ONE_AT_A_TIME = threading.Lock()


def held() -> Held:
    """The wall in force for the settings of now."""
    now = settings.load()
    with _ONE_AT_A_TIME:
        return _find(now.wall, str(now.learner_python))
