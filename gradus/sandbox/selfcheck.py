"""Does the wall hold?  Tries what a hostile answer would try, on this machine, now, and says which properties were seen.

It is no proof: it tries each property in one or two ways.  The many ways are in tests/sandbox.
"""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradus import settings
from gradus.sandbox.child import ZygoteGone
from gradus.sandbox.conversation import observe
from gradus.sandbox.held import ATTEMPTS, SAY, held
from gradus.sandbox.herd import Warm, start
from gradus.sandbox.job import Job
from gradus.sandbox.selfcheck_attacks import HOSTILE
from gradus.sandbox.walls import Killed
from gradus.vocabulary import Limits, Observation, Outcome, Probe, Wall

NETWORK, FILES, PROCESSES, FORK = "no network", "no other files", "no other processes", "no new processes"
MEMORY, TIME, DISK, PRINTED = "memory limit", "time limit", "disk limit", "printed text limit"
EARLIER, SHARED = "nothing of earlier submissions", "private shared memory"
UNCHANGED, INSIDE, OUTLIVES = "nothing changed outside", "memory of others closed", "nothing outlives an answer"
ENVIRONMENT, ROOT = "nothing in the environment", "no root"
LIMITS = Limits(seconds=20.0, memory_mb=128, disk_mb=8)
AT_ONCE = 4
ALWAYS = frozenset({TIME, PRINTED, ENVIRONMENT, ROOT} | ({MEMORY} if sys.platform == "linux" else set()))
EVERY = frozenset({
    NETWORK, FILES, PROCESSES, FORK, MEMORY, TIME, DISK, PRINTED, EARLIER, SHARED, UNCHANGED, INSIDE, OUTLIVES, ENVIRONMENT, ROOT,
})  # fmt: skip
PROMISED = {Wall.BOX: EVERY, Wall.SHARED_BOX: EVERY - {DISK}, Wall.FILTER: EVERY - {DISK}, Wall.PROCESS: ALWAYS}  # docs/sandbox.md


@dataclass(frozen=True)
class SelfCheck:
    """The wall that was checked, the sentence about it, and which properties were seen to hold."""

    level: Wall
    say: str
    properties: dict[str, bool]
    why: str = ""  # not a stronger wall

    @property
    def promised(self) -> list[str]:
        """What the level promises, in the order of the properties."""
        return [name for name in self.properties if name in PROMISED[self.level]]

    @property
    def missing(self) -> list[str]:
        """What the level promises and was not seen."""
        return [name for name in self.promised if not self.properties[name]]


class _Tries:
    def __init__(self, zygote: Warm) -> None:
        self.zygote = zygote

    def ask(self, function: str, *args: Any, limits: Limits = LIMITS) -> Observation:
        """One hostile submission with one probe."""
        return observe(self.zygote, Job("bare", {"answer.py": HOSTILE}, {"try": Probe(f"answer.{function}", args)}, limits, 0))

    def value(self, function: str, *args: Any) -> Any:
        """What the call gave back; "failed" if it gave nothing back."""
        seen = self.ask(function, *args).seen.get("try")
        return "failed" if seen is None or seen.raised is not None else seen.value

    def fails(self, function: str, *args: Any) -> bool:
        """Whether the call was refused by the system: an OSError inside."""
        seen = self.ask(function, *args).seen.get("try")
        return seen is not None and seen.raised is not None and "OSError" in seen.raised.bases

    def network(self) -> bool:
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(0.2)
            refused = self.fails("connect", server.getsockname()[1])
            try:
                server.accept()[0].close()
            except TimeoutError:
                return refused
            return False

    def files(self) -> bool:
        with planted(tempfile.gettempdir()) as path:
            return self.fails("read", path) and self.fails("read", str(Path(__file__)))

    def unchanged(self) -> bool:
        with planted(tempfile.gettempdir(), 0o666) as path:
            before = os.stat(path)
            for act in ("write", "mode", "touch", "shorten"):  # in a box they may have a file of that name of their own
                self.ask(act, path)
            after = os.stat(path)
        return (before.st_mode, before.st_mtime_ns, before.st_size) == (after.st_mode, after.st_mtime_ns, after.st_size)

    def processes(self) -> bool:
        with bystander() as pid:
            return self.fails("see", pid) and self.fails("kill", pid)

    def inside(self) -> bool:
        with bystander() as pid:
            found = self.value("look_into", [pid, os.getpid()])
        return type(found) is list and not found

    def outlives(self) -> bool:
        pid = self.value("stay")
        return type(pid) is not int or not os.path.exists(f"/proc/{pid}") if sys.platform == "linux" else pid == "failed"

    def printed(self) -> bool:
        return exceeded(self.ask("shout", limits=Limits(seconds=20.0, printed_kb=1)))

    def environment(self) -> bool:
        secret = f"GRADUS_{secrets.token_hex(4)}"
        os.environ[secret] = "secret"
        try:
            return self.value("known", secret) is False
        finally:
            del os.environ[secret]

    def root(self) -> bool:
        return self.value("root") is False

    def fork(self) -> bool:
        return self.fails("fork")

    def memory(self) -> bool:
        return exceeded(self.ask("hoard", 8 * LIMITS.memory_mb))

    def time(self) -> bool:
        return exceeded(self.ask("loop", limits=Limits(seconds=0.3)))

    def disk(self) -> bool:
        return self.fails("fill", 3 * LIMITS.disk_mb)

    def earlier(self) -> bool:
        name = f"left-{secrets.token_hex(4)}"
        try:
            self.ask("leave", name)
            return type(found := self.value("find", name)) is list and not found
        finally:
            for folder in ("/tmp", "/dev/shm"):
                Path(folder, name).unlink(missing_ok=True)

    def shared(self) -> bool:
        if not os.path.isdir("/dev/shm"):
            return True
        with planted("/dev/shm") as path:
            return self.fails("read", path)


def exceeded(seen: Observation) -> bool:
    """Whether a limit ended the run."""
    return seen.stopped is not None and seen.stopped.outcome is Outcome.EXCEEDED


@contextmanager
def planted(folder: str, mode: int = 0o644) -> Iterator[str]:
    """A file that everybody on the machine may read, and no answer should."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix="gradus-secret-") as f:
        f.write(b"secret")
        f.flush()
        os.chmod(f.name, mode)
        yield f.name


@contextmanager
def bystander() -> Iterator[int]:
    """A process of ours, of the user that answers run as where we can choose; its number."""

    uid = settings.load().learner_uid
    as_who: dict[str, Any] = {"user": uid, "group": uid, "extra_groups": []} if os.getuid() == 0 else {}
    with subprocess.Popen(["/bin/sleep", "60"], **as_who) as process:
        try:
            yield process.pid
        finally:
            process.kill()


def selfcheck(wall: Wall | None = None) -> SelfCheck:
    """Try every property behind `wall` (the one in force if None); raises walls.Refused where no answer can run at all."""
    found = held() if wall is None else None
    level = found.wall if found else wall
    assert level is not None
    seen: dict[str, bool] = {}
    for left in range(ATTEMPTS)[::-1]:
        try:
            seen, whole = _tried(level)
        except Killed:
            if not left:
                raise
            continue
        if whole:  # a zygote that somebody killed says nothing about the wall
            break
    return SelfCheck(level, SAY[level], seen, found.why if found else "")


def _tried(level: Wall) -> tuple[dict[str, bool], bool]:
    """Which properties were seen, and whether the zygote lived to the end of it."""
    zygote = start("bare", level)
    t = _Tries(zygote)
    tries: dict[str, Callable[[], bool]] = {
        NETWORK: t.network, FILES: t.files, UNCHANGED: t.unchanged, PROCESSES: t.processes, INSIDE: t.inside, FORK: t.fork,
        OUTLIVES: t.outlives, ENVIRONMENT: t.environment, ROOT: t.root, MEMORY: t.memory, TIME: t.time, DISK: t.disk, PRINTED: t.printed,
        EARLIER: t.earlier, SHARED: t.shared,
    }  # fmt: skip
    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            seen = dict(zip(tries, pool.map(_sure, tries.values()), strict=True))
        for name in PROMISED[level]:  # once more and alone: on a busy machine a try may fail for reasons of its own
            seen[name] = seen[name] or _sure(tries[name])
        return seen, zygote.alive()
    finally:
        zygote.close()


def _sure(act: Callable[[], bool]) -> bool:
    """A try that could not be made was not seen to hold."""
    try:
        return act()
    except (ZygoteGone, OSError):
        return False
