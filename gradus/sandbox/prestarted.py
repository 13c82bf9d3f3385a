"""Interpreters started ahead, each for one submission: what a zygote is elsewhere, for systems on which a fork is not safe.

The wait at the time of a submission is the same as with a zygote; the price is a whole start-up of the libraries, and their memory, for
every submission.  It knows no level above `filter`: the box is made by the zygote's own fork.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections import deque
from typing import Any

from gradus import settings
from gradus.sandbox import disk, walls
from gradus.sandbox.child import Child
from gradus.sandbox.folder import Folder
from gradus.vocabulary import Limits, Wall

READY_SECONDS = 180.0  # torch on a busy machine
KEPT_READY = 2
WATCH_SECONDS = 0.1  # between two looks at what was written


class Worker:
    """One process, from its start to its burial; two threads of ours wait with it."""

    def __init__(self, command: list[str], python: walls.Interpreter, scratch: str, orders: dict[str, Any]) -> None:
        self.scratch = scratch
        self.disk_mb: int | None = None  # known with its submission
        self.over, self.words, self.reported, self.lock = False, "", threading.Event(), threading.Lock()
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the process)
        conn, inner = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        life, self.life = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        out, inner_out = os.pipe()
        self.child = Child(Limits(), conn, out, life, by_word=True)
        self.child.scratch = scratch
        try:
            self.process = subprocess.Popen(
                walls.as_nobody_much([*command, str(inner.fileno()), str(inner_out)], python), env=walls.environment(os.path.dirname(scratch)), cwd="/",
                stdin=subprocess.PIPE, stdout=self.complaints, stderr=self.complaints, pass_fds=[inner.fileno(), inner_out],
                start_new_session=True,
            )  # fmt: skip
        except BaseException:
            self.child.discard()
            raise
        finally:
            inner.close()
            os.close(inner_out)
        for act in (self._bury, self._listen):
            threading.Thread(target=act, args=(orders,), name="gradus-worker", daemon=True).start()

    def _bury(self, orders: dict[str, Any]) -> None:
        """Feed it its modules, wait for its end, end what it left in its group, report."""
        assert self.process.stdin is not None
        with contextlib.suppress(OSError), self.process.stdin as pipe:
            pipe.write(json.dumps(orders).encode())
        cpu = self._wait()
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.complaints.seek(0)
        self.words = self.complaints.read()[-2000:].decode("utf-8", "replace").strip()
        self.complaints.close()
        ending = -signal.SIGXFSZ if self.over else self.process.returncode
        with contextlib.suppress(OSError):
            self.life.send(json.dumps({"status": int(ending), "cpu": cpu}).encode())
        self.reported.set()

    def _wait(self) -> float:
        """Until it ended and is buried; its processor seconds."""
        pid = self.process.pid
        if hasattr(os, "waitid"):  # while it is not buried its number, which is also its group's, is nobody else's
            os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
            self.kill()
        while True:
            with self.lock:
                ended, status, usage = os.wait4(pid, os.WNOHANG)
                if ended:
                    self.process.returncode = os.waitstatus_to_exitcode(status)
                    return usage.ru_utime + usage.ru_stime
            time.sleep(0.005 if self.disk_mb is not None else 0.1)

    def _listen(self, _: dict[str, Any]) -> None:
        """End it when its warden says so or is gone, or when it wrote too much."""
        while not self.reported.is_set():
            if select.select([self.life], [], [], WATCH_SECONDS if self.disk_mb is not None else 1.0)[0]:
                break  # a word or the end of the conversation: both mean the same
            if self.disk_mb is not None and not self.over and disk.used(self.process.pid, self.scratch) > self.disk_mb << 20:
                self.over = True
                self.kill()
        self.kill()
        self.reported.wait()
        self.life.close()

    def kill(self) -> None:
        """It and its group."""
        with self.lock, contextlib.suppress(ProcessLookupError, PermissionError):
            if self.process.returncode is None:
                os.killpg(self.process.pid, signal.SIGKILL)


class Prestarted:
    """Workers of one family behind one wall; it has the face of a Zygote, and `spawn` may be called from several threads."""

    def __init__(self, family: str, wall: Wall) -> None:
        self.family, self.wall = family, wall
        self.lock = threading.Lock()
        self.forks, self.born, self.closed = 0, time.monotonic(), False
        self.python = walls.interpreter(str(settings.python_of(family)))
        self.folder = Folder()
        self.waiting: deque[Worker] = deque()
        self.out: set[Worker] = set()
        try:
            first = self._start()
            self.waiting.append(first)
            if not self._greets(first):
                self.close()
                raise walls.Refused(f"an interpreter that was started ahead ended: {first.words}")
        except BaseException:
            self.close()
            raise

    def _start(self) -> Worker:
        self.forks += 1
        scratch = os.path.join(self.folder.path, f"w{self.forks}")
        told = walls.orders(self.wall, self.family, self.python, scratch, "worker")
        return Worker(walls.command(self.wall, self.python, "worker"), self.python, scratch, told)

    def _greets(self, worker: Worker) -> bool:
        """Whether it comes up; waits until it has."""
        if worker.child.conn not in select.select([worker.child.conn], [], [], READY_SECONDS)[0] or worker.child.conn_is_silent():
            worker.kill()
            worker.reported.wait(READY_SECONDS)  # then its last words are known
            return False
        return True

    def spawn(self, limits: Limits) -> Child:
        """The worker that waits longest; the caller's own start-up where none waits."""
        while True:
            with self.lock:
                self.out = {w for w in self.out if not w.reported.is_set()}
                worker = self.waiting.popleft() if self.waiting else self._start()
                self.out.add(worker)
            if worker.child.still_waits():
                worker.disk_mb = limits.disk_mb
                worker.child.limits = limits
                worker.child.deadline = time.monotonic() + READY_SECONDS
                return worker.child
            worker.child.discard()

    def prepare(self, limits: Limits) -> None:
        """Start as many as are to wait."""
        with self.lock:
            while len(self.waiting) < KEPT_READY and not self.closed:
                self.waiting.append(self._start())

    def alive(self) -> bool:
        """Whether more may be asked of it."""
        return not self.closed

    def kill(self) -> None:
        """End every worker at once."""
        with self.lock:
            self.closed = True
            workers = [*self.waiting, *self.out]
        for worker in workers:
            worker.kill()

    def close(self) -> None:
        """End those that wait and those at work, and take the folder away."""
        self.kill()
        with self.lock:
            waiting, self.waiting = list(self.waiting), deque()
        for worker in waiting:
            worker.child.discard()
        for worker in [*waiting, *self.out]:
            worker.reported.wait(5)
        self.folder.remove()
