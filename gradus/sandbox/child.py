"""The warden's end of one child: sends and receives frames under the clock, keeps what is printed, and ends it whatever it does."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import time
from collections.abc import Mapping
from typing import Any

from gradus.sandbox import decoding, plain, wire
from gradus.vocabulary import Limits

START_SECONDS = 60.0  # for the fork and the set-up; what takes longer is our fault
RESULT_BYTES = 64 << 20  # of arrays in one answer
TOTAL_BYTES = 256 << 20  # of everything that one submission sends


class Gone(Exception):
    """The child cannot go on; `why` is time, printed, ended, garbage, too large or start."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(f"{why} {detail}".strip())
        self.why, self.detail = why, detail


class ZygoteGone(Exception):
    """The zygote died or does not answer: the submission can be tried again with a new one."""


class Child:
    """One forked child for one submission.  Not thread-safe: it belongs to the thread that runs the submission."""

    def __init__(self, limits: Limits, conn: socket.socket, out: int, life: socket.socket, by_word: bool = False) -> None:
        self.limits, self.conn, self.out, self.life = limits, conn, out, life
        self.by_word = by_word  # ended by a word on `life` to the one who started it; else by its pidfd
        self.pidfd = -1
        self.scratch = ""
        self.status: dict[str, Any] | None = None
        self.killed = False  # by us
        self.deadline = time.monotonic() + START_SECONDS
        self.started: float | None = None
        self.kept, self.printed_bytes, self.received = bytearray(), 0, 0
        self.inbox = bytearray()  # what came and was not asked for yet
        conn.setblocking(False)
        os.set_blocking(out, False)
        self.poll = select.poll()
        for fd in (conn, out, life):
            self.poll.register(fd, select.POLLIN)

    # ------------------------------------------------------------ from hand to hand

    def handed_over(self) -> tuple[list[int], dict[str, Any]]:
        """The descriptors to send to another process, and what to say with them; then `discard` this end, which ends nothing."""
        fds = [self.conn.fileno(), self.out, self.life.fileno()]
        return fds + ([self.pidfd] if self.pidfd >= 0 else []), {"scratch": self.scratch, "by_word": self.by_word}

    @classmethod
    def taken_over(cls, limits: Limits, fds: list[int], state: Mapping[str, Any]) -> Child:
        """The child whose descriptors came from another process; its time to come up begins anew."""
        conn, out, life, *pidfd = fds
        child = cls(limits, socket.socket(fileno=conn), out, socket.socket(fileno=life), bool(state["by_word"]))
        child.scratch, child.pidfd = str(state["scratch"]), pidfd[0] if pidfd else -1
        return child

    # ------------------------------------------------------------ waiting

    def start_clock(self) -> None:
        """The learner's time begins.

        What counts is processor time, which the kernel limits; the clock only ends what waits or sleeps, and is generous, because
        on a busy machine an honest answer takes several times its own time.
        """
        self.started = time.monotonic()
        self.deadline = self.started + 3 * self.limits.seconds + 2

    def _wait(self, event: int) -> None:
        """Until the channel is ready for `event`; meanwhile what is printed is taken in."""
        self.poll.modify(self.conn, event)
        while True:
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise Gone("time" if self.started else "start", "no answer")
            for fd, _ in self.poll.poll(min(left, 3600) * 1000 + 1):
                if fd == self.out:
                    self._take_printed()
                elif fd == self.life.fileno():
                    self._take_life()
                elif fd == self.conn.fileno():
                    return

    def attend(self, events: Mapping[int, int], until: float) -> list[int]:
        """Those of other descriptors that are ready, [] at `until`; meanwhile what is printed is taken in.  The child says nothing now."""
        self.poll.modify(self.conn, 0)
        for fd, event in events.items():
            self.poll.register(fd, event)
        try:
            left = min(until, self.deadline) - time.monotonic()
            if time.monotonic() > self.deadline:
                raise Gone("time", "no answer")
            ready = []
            for fd, _ in self.poll.poll(max(0.0, left) * 1000 + 1):
                if fd in events:
                    ready.append(fd)
                elif fd == self.out:
                    self._take_printed()
                elif fd == self.life.fileno():
                    self._take_life()
                else:
                    raise Gone("ended")
            return ready
        finally:
            for fd in events:
                self.poll.unregister(fd)

    def take_sockets(self, most: int) -> list[socket.socket]:
        """What the child made in a network of its own and hands out before it says anything."""
        self._wait(select.POLLIN)
        _, fds, _, _ = socket.recv_fds(self.conn, 1, most)
        return [socket.socket(fileno=fd) for fd in fds]

    def _take_printed(self) -> None:
        for _ in range(16):  # then look at the clock again
            try:
                data = os.read(self.out, 65536)
            except BlockingIOError:
                return
            if not data:
                self.poll.unregister(self.out)
                return
            self.printed_bytes += len(data)
            self.kept += data[: max(0, self.limits.printed_kb * 1024 - len(self.kept))]
            if self.printed_bytes > self.limits.printed_kb * 1024 * 1000:
                raise Gone("printed")

    def _take_life(self) -> None:
        data, fds, _, _ = socket.recv_fds(self.life, 65536, 1)
        message = json.loads(data) if data else {}
        if fds:
            self.pidfd, self.scratch = fds[0], message["scratch"]
        elif "status" in message:
            self.status = message
            self.poll.unregister(self.life)
            if self.conn_is_silent():
                raise Gone("ended")
        elif "error" in message:
            raise Gone("start", message["error"])
        else:
            raise ZygoteGone("the zygote died")

    def conn_is_silent(self) -> bool:
        """After the end: nothing left to read (a stray may hold the channel open, so waiting for its end would be wrong)."""
        if self.inbox:
            return False
        try:
            return not self.conn.recv(1, socket.MSG_PEEK)
        except OSError:
            return True

    # ------------------------------------------------------------ talking

    def _read(self, n: int) -> bytes:
        self.received += n
        if self.received > TOTAL_BYTES:
            raise Gone("too large", f"{TOTAL_BYTES >> 20} MB")
        while len(self.inbox) < n:
            try:
                got = self.conn.recv(min(max(n - len(self.inbox), 1 << 16), 1 << 20))  # a whole small message at once, not piece by piece
            except BlockingIOError:
                if self.status is not None:
                    raise Gone("ended") from None
                self._wait(select.POLLIN)
                continue
            except ConnectionError:
                got = b""
            if not got:
                raise Gone("ended")
            self.inbox += got
        data = bytes(self.inbox[:n])
        del self.inbox[:n]
        return data

    def receive(self) -> dict[str, Any]:
        """The next message, decoded to plain values."""
        if time.monotonic() > self.deadline:  # who always has something to say never makes us wait
            raise Gone("time" if self.started else "start", "no answer")
        try:
            message = decoding.receive(self._read, plain.PLAIN, RESULT_BYTES)
        except wire.TooLarge as e:
            raise Gone("too large", str(e)) from e
        except wire.WireError as e:
            raise Gone("garbage", str(e)) from e
        if type(message) is not dict or type(message.get("t")) is not str:
            raise Gone("garbage", "not a message")
        return message

    def send(self, message: Mapping[str, Any]) -> None:
        """Send one message; raises WireError for values that cannot be written down (ours)."""
        for part in wire.encode(message, plain.foreign):
            rest = memoryview(part)
            while rest:
                try:
                    rest = rest[self.conn.send(rest) :]
                except BlockingIOError:
                    self._wait(select.POLLOUT)
                except ConnectionError:
                    raise Gone("ended") from None

    # ------------------------------------------------------------ ending

    def _await_life(self, seconds: float, wanted: str) -> bool:
        until = time.monotonic() + seconds
        watch = select.poll()
        watch.register(self.life, select.POLLIN)
        while not (self.pidfd >= 0 if wanted == "pid" else self.status):
            if not watch.poll(max(0.0, until - time.monotonic()) * 1000):
                return False
            with contextlib.suppress(Gone):
                self._take_life()
        return True

    def still_waits(self) -> bool:
        """Whether a child that was forked ahead can be used; its clock begins anew."""
        self.deadline = time.monotonic() + START_SECONDS
        try:
            while select.select([self.life], [], [], 0)[0]:
                self._take_life()
        except (Gone, ZygoteGone):
            return False
        return self.status is None

    def discard(self) -> None:
        """Let go of a child that was never used; it ends when it finds itself alone."""
        self._close()

    def end(self, grace: float = 0.0) -> dict[str, Any]:
        """Kill it and all that it started; what the zygote measured.  ZygoteGone if nobody can say that it is dead.

        One that hung up gets `grace` seconds to end by itself, so that its own way of ending is seen and not ours.
        """
        try:
            if self.status is None and not (grace and self._await_life(grace, "status")):
                self.killed = True
                self._kill()
                if not self._await_life(START_SECONDS, "status"):
                    raise ZygoteGone("no word of an end")
            with contextlib.suppress(Gone, KeyError):
                self._take_printed()
            return self.status or {}
        finally:
            self._close()

    def _kill(self) -> None:
        if self.by_word:
            with contextlib.suppress(OSError):
                self.life.send(b"end")
            return
        if not self._await_life(START_SECONDS, "pid"):
            raise ZygoteGone("no word of a fork")
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def _close(self) -> None:
        self.conn.close()
        self.life.close()
        for fd in (self.out, self.pidfd):
            if fd >= 0:
                os.close(fd)
        self.out = self.pidfd = -1  # a number that is closed twice may be somebody else's by then

    def printed(self) -> str:
        """What the program printed, cut to what is kept."""
        text = self.kept.decode("utf-8", "replace")
        if self.scratch:
            text = text.replace(self.scratch + "/", "")
        more = self.printed_bytes - len(self.kept)
        return text + f"\n… and {more} more bytes" if more > 0 else text
