"""One judge worker, seen from the service: started, given one submission at a time, lent children, replaced when it ends."""

from __future__ import annotations

import contextlib
import logging
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from gradus import settings
from gradus.judge_worker import receive, send
from gradus.sandbox.lending import Lender
from gradus.store.verdicts import body
from gradus.tries import MOST, Tries
from gradus.vocabulary import Observation, Outcome, Step, Stopped
from gradus.wording import stop, too_much

LOG = logging.getLogger("gradus.pool")
START = 120.0  # seconds for a worker to come up on a busy machine
STARTS = 5  # a machine that ends even a worker that only starts is given up for now
LOOK = 0.2  # seconds between two looks whether a silent worker is still there
SILENCE = 240.0  # seconds beyond what the step's own limit allows in which a worker may say nothing
Progress = Callable[[Mapping[str, Any]], None]


class Lost(Exception):
    """The worker ended or does not answer; `code` is how it ended."""

    def __init__(self, code: int | None) -> None:
        super().__init__(f"the judge worker ended ({code})")
        self.code = code


class Lane:
    """At most one worker process.  `start` and `judge` belong to one thread; `end` may come from any.  A lane that was shut stays shut."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.shut = False  # its pool ended; nothing is started or tried again
        self.known: set[str] = set()  # hashes of the steps that this worker has loaded
        self._sockets: list[socket.socket] = []
        self._tries = Tries(None, "")

    @property
    def warm(self) -> bool:
        """Whether a worker is up."""
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        """Bring a worker up; raises Lost."""
        for left in range(STARTS)[::-1]:
            self.end()
            if self.shut:
                raise Lost(None)
            try:
                self._start()
            except (Lost, OSError, ValueError) as e:  # the latter two: hung up by `end` while it came up, so a descriptor is gone
                self.end()
                if not left:
                    raise e if isinstance(e, Lost) else Lost(None) from e
                continue
            if self.shut:  # the pool ended while this worker came up, when there was nothing to end yet
                self.end()
                raise Lost(None)
            return

    def _start(self) -> None:
        conn, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        children, their_children = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._sockets, self.known = [conn, children], set()
        fds = [theirs.fileno(), their_children.fileno()]
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONHASHSEED"}  # learners could aim at a fixed one
        environment |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(settings.CHECKOUT), environment.get("PYTHONPATH")]))
        with theirs, their_children:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "gradus.judge_worker", *map(str, fds)], pass_fds=fds, env=environment, stdin=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
        self.lender = Lender(children, self._again)
        watch = select.poll()
        watch.register(conn, select.POLLIN)
        if not self._await(watch, START) or receive(conn) is None:
            raise Lost(self._reap())

    def _await(self, watch: select.poll, seconds: float) -> list[int]:
        """Descriptors of the worker that are ready; [] when it ended or the time is over.

        Its end is looked for as well, because the end of its socket may be late: whatever else this process started between the making of
        the socket and the start of the worker holds a copy until it runs a program of its own, and so does what a worker started.
        """
        end = time.monotonic() + seconds
        while not (ready := [fd for fd, _ in watch.poll(LOOK * 1000)]):
            ended = self.process is None or self.process.poll() is not None
            if time.monotonic() > end or (ended and not watch.poll(0)):
                return []
        return ready

    def judge(
        self,
        order: Mapping[str, Any],
        seconds: float,
        tries: Tries,
        progress: Progress | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> dict[str, Any]:
        """The verdict's body for one order; a worker or a zygote that ends under it is replaced, twice.  Lost when it is no longer wanted."""
        self._tries = tries
        while tries.left:
            if not self.warm:
                self.start()  # one that does not come up is not the submission's fault
            tries.begin()
            try:
                found = self._converse(order, seconds, progress)
                self.known.add(order["hash"])
                return found
            except Lost as e:
                self.lender.let_go()
                if self.shut or not wanted():  # nobody's fault
                    tries.take_back()
                    raise
                LOG.error("%s under submission %s", e, tries.name)
                if e.code == -signal.SIGXCPU:
                    return body(too_much(order["seed"]))
        return body(stop(Stopped(Outcome.BROKEN, GIVEN_UP), Observation(), order["seed"]))

    def rest(self) -> None:
        """The verdict is out: get ready for the next."""
        if self.warm:
            self.lender.end()

    def _again(self) -> bool:
        """A zygote ended under the submission."""
        if not self._tries.left:
            return False
        self._tries.begin()
        return True

    def _converse(self, order: Mapping[str, Any], seconds: float, progress: Progress | None) -> dict[str, Any]:
        conn, children = self._sockets
        self.lender.begin(True)
        watch = select.poll()
        watch.register(conn, select.POLLIN)
        watch.register(children, select.POLLIN)
        try:
            send(conn, order)
        except OSError:
            raise Lost(self._reap()) from None
        while True:
            ready = self._await(watch, SILENCE + 3 * seconds)
            if not ready:
                raise Lost(self._reap())
            if children.fileno() in ready and not self.lender.serve():
                raise Lost(self._reap())
            if conn.fileno() not in ready:
                continue
            message = receive(conn)
            if message is None:
                raise Lost(self._reap())
            if message["t"] == "done":
                return dict(message["body"])
            if progress is not None:
                with contextlib.suppress(Exception):  # a listener's own fault
                    progress(message["values"])

    def _reap(self) -> int | None:
        """How the worker ended; it is killed when it has not."""
        if self.process is None:
            return None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(0.5)
        code = self.process.poll()
        self.end()
        return code

    def interrupt(self) -> None:
        """Kill the worker and with it the run; the thread that waits for it finds out and cleans up."""
        if self.process is not None:
            self.process.kill()

    def end(self) -> None:
        """Hang up, and kill what does not go by itself."""
        for s in self._sockets:
            with contextlib.suppress(OSError):
                s.shutdown(socket.SHUT_RDWR)
            s.close()
        self._sockets = []
        if self.process is not None:
            self.process.kill()
            self.process.wait()


GIVEN_UP = f"This answer could not be judged: the sandbox ended {MOST} times under it. It is kept, and nothing was counted."


def order(t: str, step: Step, seed: int, wall: str, cache: Path | None, **more: Any) -> dict[str, Any]:
    """What a worker is told: where the step lies and which one it must be, never the step itself."""
    return {
        "t": t, "folder": str(step.folder), "hash": step.hash, "concept": step.concept, "track": step.track, "seed": seed, "wall": wall,
        "cache": str(cache) if cache else None, **more,
    }  # fmt: skip
