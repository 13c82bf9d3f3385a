"""Which wall this machine holds: seen by trying, not inferred from versions; found once for each process.

The try is an ordinary submission that looks around.  What it reports is believed because nobody hostile wrote it; the harder tries
are in `selfcheck`, and a server has them made before it runs an answer (`be_strict`).
"""

from __future__ import annotations

import logging
import sys
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from gradus import settings
from gradus.sandbox.child import ZygoteGone
from gradus.sandbox.conversation import observe
from gradus.sandbox.herd import start
from gradus.sandbox.job import Job
from gradus.sandbox.walls import WINDOWS, Killed, Refused
from gradus.vocabulary import Limits, Probe, Wall

LOG = logging.getLogger(__name__)
ATTEMPTS = 4  # at a level whose zygote is killed while it is tried
SAY = {
    Wall.BOX: "Your code ran alone: no network, no other files, no other processes. It ran where the solution is not mounted, and it could "
    "not change how it was judged.",
    Wall.SHARED_BOX: "Your code ran alone: no network, no other files, no other processes; submissions share a disk area. It ran where the "
    "solution is not mounted, and it could not change how it was judged.",
    Wall.FILTER: "Contained by system-call and file filters. Disk use is only watched. Tasks that start processes are not offered here.",
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

def unseen(path):
    return refused(lambda: os.listdir(path)) and refused(lambda: open(path))

def own_folders():  # a checkout below /tmp: its interpreter stays where it is, read-only
    return {p.split("/")[2] for p in (os.path.realpath(sys.prefix), os.path.realpath(sys.base_prefix)) if p.startswith("/tmp/")}

def look(paths, alone):
    seen = {
        "no other files": all(map(unseen, paths)) and not (alone and any(map(os.path.exists, paths))),
        "no sockets": refused(socket.socket),
        "no processes": refused(os.fork),
        "no signals": refused(lambda: os.kill(os.getppid(), 0)),
        "nothing writable": refused(lambda: open("/usr/written", "w")) and refused(lambda: open(os.__file__, "a")),
        "own scratch": [n for n in os.listdir(".") if n not in own_folders()] == ["answer.py"],
        "no root": os.getuid() != 0,
    }
    if alone:
        seen["is alone"] = os.getpid() == 1 and [p for p in os.listdir("/proc") if p.isdigit()] == ["1"]
        seen["own shared memory"] = not os.listdir("/dev/shm")
    else:
        seen["no list of processes"] = refused(lambda: os.listdir("/proc"))
    return seen
"""


@dataclass(frozen=True)
class Held:
    """The strongest wall that was seen to hold, the sentence about it for the learner, and why it is not a stronger one.

    `refused` says why nothing is run at all; "" where answers are run.
    """

    wall: Wall
    say: str
    why: str = ""
    refused: str = ""


def _try(wall: Wall) -> str:
    """Look around behind `wall`; "" if all is as it should be, else what is not.  Once more where the zygote was ended from outside."""
    fault = ""
    for _ in range(ATTEMPTS):
        try:
            return _look(wall)
        except (ZygoteGone, Killed) as e:
            fault = str(e)
    return fault


def _look(wall: Wall) -> str:
    paths = tuple(str(p) for p in (settings.CHECKOUT / "pyproject.toml", settings.CHECKOUT / "curriculum", Path(__file__), settings.home()))
    try:
        zygote = start("bare", wall)
    except Killed:
        raise
    except (Refused, OSError) as e:
        return str(e)
    try:
        look = Probe("answer.look", (paths, wall is Wall.BOX))
        seen = observe(zygote, Job("bare", {"answer.py": LOOK}, {"look": look}, Limits(seconds=30), 0))
    finally:
        zygote.close()
    if seen.stopped is not None or seen.seen["look"].raised is not None:
        return str(seen.stopped.say if seen.stopped else seen.seen["look"].raised)
    return ", ".join(f"not seen: {name}" for name, holds in seen.seen["look"].value.items() if holds is not True)


def _find(wanted: Wall, least: Wall, learner_python: str, start: str, strict: bool) -> Held:
    walls, why = list(Wall), []
    if wanted is not Wall.BOX:
        why.append("asked for by GRADUS_WALL")
    if start == "worker" and walls.index(wanted) < walls.index(Wall.FILTER):
        wanted = Wall.FILTER
        why.append("interpreters that are started ahead have no box")
    for wall in walls[walls.index(wanted) :]:
        fault = _try(wall) if wall is not Wall.PROCESS else ""
        fault = fault or (_attacked(wall) if strict else "")
        if not fault:
            break
        LOG.warning("the level `%s` does not hold here: %s", wall, fault)
        why.append(f"{wall}: {fault}" if wall is not Wall.BOX else fault)
    found = Held(wall, SAY[wall], "; ".join(why))
    if fault:
        return replace(found, refused=f"not even what the level `{wall}` promises holds on this machine: {fault}")
    if walls.index(wall) > walls.index(least):
        return replace(found, refused=f"the level `{least}` is asked for at least (GRADUS_LEAST), and this machine holds `{wall}`")
    return found


def _attacked(wall: Wall) -> str:
    """What the self-check found missing."""
    from gradus.sandbox.selfcheck import selfcheck  # it needs us

    try:
        return ", ".join(f"self-check failed: {name}" for name in selfcheck(wall).missing)
    except Refused as e:
        return str(e)


_ONE_AT_A_TIME = threading.Lock()
_found: dict[tuple[Wall, Wall, str, str, bool], Held] = {}
_strict = threading.Event()


def be_strict() -> None:
    """From now on a level is in force in this process only if the self-check confirms it; the next `held` waits for that."""
    _strict.set()


def _asked() -> tuple[Wall, Wall, str, str, bool]:
    now = settings.load()
    return now.wall, now.least, str(now.learner_python), now.start, _strict.is_set()


def known() -> Held | None:
    """The wall in force if it was found already: for those who must not wait."""
    return held() if sys.platform == "win32" else _found.get(_asked())


def held() -> Held:
    """The wall in force for the settings of now."""
    if sys.platform == "win32":
        return Held(Wall.PROCESS, SAY[Wall.PROCESS], WINDOWS, WINDOWS)
    asked = _asked()
    with _ONE_AT_A_TIME:
        if asked not in _found:
            _found[asked] = _find(*asked)
        return _found[asked]
