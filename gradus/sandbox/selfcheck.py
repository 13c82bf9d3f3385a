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
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradus.sandbox.conversation import observe
from gradus.sandbox.held import SAY, held
from gradus.sandbox.herd import HERD
from gradus.sandbox.job import Job
from gradus.vocabulary import Limits, Observation, Outcome, Probe, Wall

NETWORK, FILES, PROCESSES, FORK = "no network", "no other files", "no other processes", "no new processes"
MEMORY, TIME, DISK = "memory limit", "time limit", "disk limit"
EARLIER, SHARED = "nothing of earlier submissions", "private shared memory"
LIMITS = Limits(seconds=20.0, memory_mb=128, disk_mb=8)
HOSTILE = """
import os, signal, socket

def connect(port):
    s = socket.create_connection(("127.0.0.1", port), 2)
    s.sendall(b"out")

def read(path):
    return open(path).read()

def see(pid):
    return open(f"/proc/{pid}/cmdline").read() or "seen"

def kill(pid):
    os.kill(pid, signal.SIGTERM)

def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)

def hoard():
    kept = []
    while True:
        kept.append(bytearray(1 << 22))

def loop():
    while True:
        pass

def fill(mb):
    for i in range(mb):
        with open(f"part{i}", "wb") as f:
            f.write(bytes(1 << 20))

def leave(name):
    for folder in ("/tmp", "/dev/shm", os.getcwd()):
        try:
            open(os.path.join(folder, name), "w").close()
        except OSError:
            pass

def find(name):
    return [f for f in ("/tmp", "/dev/shm", os.getcwd()) if name in os.listdir(f)]
"""


@dataclass(frozen=True)
class SelfCheck:
    """The wall that was checked, the sentence about it, and which properties were seen to hold."""

    level: Wall
    say: str
    properties: dict[str, bool]


class _Tries:
    def __init__(self, wall: Wall) -> None:
        self.wall = wall

    def ask(self, function: str, *args: Any, limits: Limits = LIMITS) -> Observation:
        """One hostile submission with one probe."""
        job = Job("bare", {"answer.py": HOSTILE}, {"try": Probe(f"answer.{function}", args)}, limits, 0)
        return observe(HERD.get("bare", self.wall), job)

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

    def processes(self) -> bool:
        with subprocess.Popen([sys.executable, "-I", "-S", "-c", "input()"], stdin=subprocess.PIPE) as victim:
            hidden = self.fails("see", victim.pid) and self.fails("kill", victim.pid)
            alive = victim.poll() is None
            victim.kill()
        return hidden and alive

    def fork(self) -> bool:
        return self.fails("fork")

    def memory(self) -> bool:
        return exceeded(self.ask("hoard"))

    def time(self) -> bool:
        return exceeded(self.ask("loop", limits=Limits(seconds=0.3)))

    def disk(self) -> bool:
        return self.fails("fill", 3 * LIMITS.disk_mb)

    def earlier(self) -> bool:
        name = f"left-{secrets.token_hex(4)}"
        try:
            self.ask("leave", name)
            seen = self.ask("find", name).seen.get("try")
            return seen is not None and seen.value == []
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
def planted(folder: str) -> Iterator[str]:
    """A file that everybody on the machine may read, and no answer should."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix="gradus-secret-") as f:
        f.write(b"secret")
        f.flush()
        os.chmod(f.name, 0o644)
        yield f.name


def selfcheck(wall: Wall | None = None) -> SelfCheck:
    """Try every property behind `wall` (the one in force if None); raises walls.Refused where no answer can run at all."""
    level = held().wall if wall is None else wall
    t = _Tries(level)
    tries: dict[str, Callable[[], bool]] = {
        NETWORK: t.network, FILES: t.files, PROCESSES: t.processes, FORK: t.fork, MEMORY: t.memory, TIME: t.time, DISK: t.disk,
        EARLIER: t.earlier, SHARED: t.shared,
    }  # fmt: skip
    return SelfCheck(level, SAY[level], {name: act() for name, act in tries.items()})
