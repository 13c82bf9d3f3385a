"""What an attacker would want, and a look at it afterwards: a file, a listener of every kind, a process, and what still runs."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gradus import settings
from gradus.sandbox.herd import HERD
from gradus.sandbox.prestarted import Prestarted

LEFT = "gradus-left"
WHERE = ("/dev/shm", "/var/tmp", "/run", "/run/lock", "/tmp")


class Target:
    """Planted for all attacks of a module, looked at after each."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="gradus-bait-"))
        self.secret = self.folder / "secret"
        self.plant()
        self.tcp = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self.tcp.getsockname()[1]
        self.datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.datagrams.bind(("127.0.0.1", self.port))
        self.abstract = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.abstract.bind(f"\0gradus-{self.port}")
        self.abstract.listen(64)
        self.listeners = [self.tcp, self.abstract]
        with contextlib.suppress(OSError):
            self.listeners.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        for s in (*self.listeners, self.datagrams):
            s.setblocking(False)
        uid = settings.load().learner_uid
        as_who: dict[str, Any] = {"user": uid, "group": uid, "extra_groups": []} if os.getuid() == 0 else {}
        self.victim = subprocess.Popen(["/bin/sleep", "3600"], **as_who)

    def plant(self) -> None:
        """The file as it must stay."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.folder.chmod(0o777)
        self.secret.write_text("secret")
        self.secret.chmod(0o666)
        if os.getuid() == 0:  # it belongs to whom answers run as: the hardest case
            os.chown(self.secret, *[settings.load().learner_uid] * 2)
        self.planted = self.state()

    def state(self) -> Any:
        """All that could be changed about the folder and its file, and what was left elsewhere."""
        seen = [(p.name, p.lstat().st_mode, p.lstat().st_mtime_ns, p.lstat().st_uid) for p in sorted(self.folder.iterdir())]
        left = [folder for folder in WHERE if os.path.lexists(os.path.join(folder, LEFT))]
        return seen, self.secret.read_text() if self.secret.exists() else None, self.folder.stat().st_mode, left

    def heard(self) -> int:
        """How many packets and connections came in since the last time."""
        count = 0
        for s in self.listeners:
            with contextlib.suppress(BlockingIOError):
                while True:
                    s.accept()[0].close()
                    count += 1
        with contextlib.suppress(BlockingIOError):
            while self.datagrams.recv(99) is not None:
                count += 1
        return count

    def mend(self) -> None:
        """After an attack that a level does not hold."""
        self.heard()
        for folder in WHERE:
            Path(folder, LEFT).unlink(missing_ok=True)
        self.plant()
        for pid in strays(self.victim.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def close(self) -> None:
        """Take it all away."""
        for s in (*self.listeners, self.datagrams):
            s.close()
        self.victim.kill()
        self.victim.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def below(pid: int) -> Iterator[int]:
    """`pid` and all its descendants."""
    yield pid
    with contextlib.suppress(OSError):
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in path.read_text().split():
                yield from below(int(child))


def ours() -> set[int]:
    """Every process that belongs to a zygote or a worker of this process and may run."""
    tops: list[int] = []
    for source in list(HERD.families.values()):
        if isinstance(source, Prestarted):
            tops += [w.process.pid for w in (*source.waiting, *source.out)]
        else:
            tops.append(source.process.pid)
    return {pid for top in tops for pid in below(top)}


def strays(*known: int) -> set[int]:
    """Processes of the user that answers run as, or with the harness in their command line, that no zygote owns."""
    uid, found = settings.load().learner_uid, set()
    for path in Path("/proc").iterdir():
        if not path.name.isdigit():
            continue
        with contextlib.suppress(OSError):
            about = (path / "status").read_text()
            if "State:\tZ" in about:
                continue
            theirs = int(about.partition("Uid:\t")[2].split()[0])
            mine = theirs == uid if os.getuid() == 0 else theirs == os.getuid() and b"gradus_box" in (path / "cmdline").read_bytes()
            if mine and (os.getuid() == 0 or _started_by_us(int(path.name))):
                found.add(int(path.name))
    return found - ours() - set(known)  # asked last: a child that is kept ready may have come up meanwhile


def _started_by_us(pid: int) -> bool:
    """As an ordinary user other services may run here: an orphan of ours has no living parent of its own."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]) in (1, os.getpid())


def nothing_left(*known: int) -> set[int]:
    """What still runs after the time that ending takes; empty if all is well."""
    until = time.monotonic() + 10
    while (left := strays(*known)) and time.monotonic() < until:
        time.sleep(0.02)
    return left
