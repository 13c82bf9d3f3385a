"""The zygotes of this process: one for each family of libraries, started when first asked for, restarted when dead."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import socket
import subprocess
import tempfile
import threading
import time
from typing import Any

from gradus import settings
from gradus.sandbox import walls
from gradus.sandbox.child import Child, ZygoteGone
from gradus.sandbox.folder import Folder
from gradus.sandbox.prestarted import Prestarted
from gradus.vocabulary import Limits, Wall

READY_SECONDS = 180.0  # torch on a busy machine
KILLED = (-9, 9, 137)  # how a zygote ends that is killed; through bubblewrap it shows as an exit code
KEPT_READY = 2  # children of one zygote


class Zygote:
    """One warm parent process behind one wall; `spawn` may be called from several threads."""

    def __init__(self, family: str, wall: Wall) -> None:
        self.family, self.wall = family, wall
        self.lock = threading.Lock()
        self.forks, self.born = 0, time.monotonic()
        self.ready: dict[int, Child] = {}  # by the size of its disk, the only limit that is set before the submission is known
        python = walls.interpreter(str(settings.python_of(family)))
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.folder = Folder() if wall in (Wall.FILTER, Wall.PROCESS) else None  # a box has a disk of its own
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the process)
        try:
            inside = self.folder.path if self.folder else "/tmp"
            command = [*walls.command(wall, python), str(theirs.fileno())]
            self.process = subprocess.Popen(
                walls.as_nobody_much(command, python), env=walls.environment(inside), pass_fds=[theirs.fileno()], cwd="/",
                stdin=subprocess.DEVNULL, stdout=self.complaints, stderr=self.complaints, start_new_session=True,
            )  # fmt: skip
        except BaseException:
            self._forget()
            raise
        finally:
            theirs.close()
        self._greet(walls.orders(wall, family, python, inside, "zygote"))

    def _greet(self, orders: dict[str, Any]) -> None:
        self.control.settimeout(READY_SECONDS)
        try:
            self.control.send(json.dumps(orders).encode())
            answer = json.loads(self.control.recv(65536) or b"{}")
        except OSError as e:
            answer = {"error": str(e)}
        self.control.settimeout(None)
        if not answer.get("ready"):
            self._stop()
            self.complaints.seek(0)
            said = self.complaints.read()[-2000:].decode("utf-8", "replace").strip()
            self._forget()
            kind = walls.Killed if self.process.returncode in KILLED and not said else walls.Refused
            raise kind(f"{answer.get('error', 'it ended')} {said}".strip())

    def spawn(self, limits: Limits) -> Child:
        """A child for one submission: the one kept ready if there is one, else a new one, which comes up while the caller goes on."""
        while True:
            with self.lock:
                child = self.ready.pop(limits.disk_mb, None)
            if child is None:
                return self._fork(limits)
            if child.still_waits():
                child.limits = limits
                return child
            child.discard()

    def prepare(self, limits: Limits) -> None:
        """Keep a child ready, so that the next submission does not wait for the fork."""
        with self.lock:
            if limits.disk_mb in self.ready or len(self.ready) >= KEPT_READY:
                return
        with contextlib.suppress(ZygoteGone):
            child = self._fork(limits)
            with self.lock:
                other = self.ready.setdefault(limits.disk_mb, child)
            if other is not child:
                child.discard()

    def _fork(self, limits: Limits) -> Child:
        conn, inner = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        life, inner_life = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        out, inner_out = os.pipe()
        child = Child(limits, conn, out, life)
        self.forks += 1
        try:
            request = json.dumps({"disk_mb": limits.disk_mb}).encode()
            socket.send_fds(self.control, [request], [inner.fileno(), inner_out, inner_life.fileno()])
        except OSError as e:
            child.discard()
            raise ZygoteGone(str(e)) from e
        finally:
            inner.close()
            inner_life.close()
            os.close(inner_out)
        return child

    def alive(self) -> bool:
        """Whether the process runs."""
        return self.process.poll() is None

    def kill(self) -> None:
        """At once, with all its children."""
        self.process.kill()

    def close(self) -> None:
        """Hang up, and kill what does not go by itself."""
        self._stop()
        self._forget()

    def _stop(self) -> None:
        self.control.close()
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _forget(self) -> None:
        with self.lock:
            for child in self.ready.values():
                child.discard()
            self.ready.clear()
        self.control.close()
        self.complaints.close()
        if self.folder:
            self.folder.remove()


Warm = Zygote | Prestarted  # both know how to spawn, prepare, kill and close


def kind(wall: Wall) -> type[Zygote] | type[Prestarted]:
    """Which of the two serves behind this wall, by the settings of now."""
    return Prestarted if settings.load().start == "worker" and wall in (Wall.FILTER, Wall.PROCESS) else Zygote


def start(family: str, wall: Wall) -> Warm:
    """What children of this family come from on this system; raises walls.Refused."""
    return kind(wall)(family, wall)


class Herd:
    """All zygotes of one process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.families: dict[tuple[str, Wall], Warm] = {}
        self.locks: dict[tuple[str, Wall], threading.Lock] = {}

    def get(self, family: str, wall: Wall) -> Warm:
        """The family's zygote, started if need be; raises walls.Refused."""
        key = (family, wall)
        with self.lock:
            mine = self.locks.setdefault(key, threading.Lock())
        with mine:
            zygote = self.families.get(key)
            if zygote is None or not zygote.alive() or type(zygote) is not kind(wall):
                if zygote is not None:
                    zygote.close()
                zygote = self.families[key] = start(family, wall)
            return zygote

    def drop(self, zygote: Warm) -> None:
        """End a zygote that does not answer; the next `get` starts another."""
        with self.lock:
            mine = self.locks.setdefault((zygote.family, zygote.wall), threading.Lock())
        with mine:
            if self.families.get((zygote.family, zygote.wall)) is zygote:
                del self.families[(zygote.family, zygote.wall)]
            zygote.kill()
            zygote.close()

    def renew(self, zygote: Warm) -> None:
        """Put a fresh zygote in the place of an old one, which is left to the caller: its children may still be at work."""
        fresh = start(zygote.family, zygote.wall)
        key = (zygote.family, zygote.wall)
        with self.lock:
            mine = self.locks.setdefault(key, threading.Lock())
        with mine:
            if self.families.get(key) is zygote:
                self.families[key] = fresh
                return
        fresh.close()

    def close(self) -> None:
        """End all."""
        with self.lock:
            zygotes, self.families = list(self.families.values()), {}
        for zygote in zygotes:
            with contextlib.suppress(OSError):
                zygote.close()


HERD = Herd()
atexit.register(HERD.close)
