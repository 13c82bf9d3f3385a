"""Children for a judge worker: the service forks them from its zygotes and hands their descriptors over; both ends of that.

A worker holds hostile values, so it gets no zygote, only children, one request at a time.  What it asks is read as plain JSON with
bounded length; it can ask for nothing but another child or say that one is lost.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from gradus.sandbox.child import Child, ZygoteGone
from gradus.sandbox.held import held
from gradus.sandbox.herd import HERD, Warm
from gradus.sandbox.source import Parent
from gradus.sandbox.walls import Refused
from gradus.vocabulary import Limits, Wall

LOG = logging.getLogger(__name__)
MOST_FORKS, MOST_SECONDS = 2000, 3600.0  # after which a zygote makes room for a fresh one: all its children share one memory layout
REQUEST = 4096
STARTS = 3  # of a zygote that does not come up


class Borrowed:
    """The worker's end: a Source and a Parent whose children come from the service."""

    def __init__(self, channel: socket.socket) -> None:
        self.channel = channel
        self.force = Wall.PROCESS  # said with every job

    def wall(self) -> Wall:
        """As the service said with the job."""
        return self.force

    def get(self, family: str, wall: Wall) -> _Family:
        """Nothing is asked yet: the zygote is started, if need be, with the first child."""
        return _Family(self, family, wall)

    def drop(self, parent: Parent) -> None:
        """Say that the child that came last is lost."""
        self._send(b'{"lost": true}')

    def _send(self, request: bytes) -> None:
        try:
            self.channel.send(request)
        except OSError:
            os._exit(0)  # the service is gone

    def ask(self, family: str, wall: Wall, limits: Limits) -> Child:
        """One child; raises Refused or ZygoteGone as the zygote itself would."""
        self._send(json.dumps({"family": family, "wall": wall, "limits": asdict(limits)}).encode())
        data, fds, _, _ = socket.recv_fds(self.channel, REQUEST, 4)
        if not data:
            os._exit(0)  # the service is gone
        reply = json.loads(data)
        if "refused" in reply:
            raise Refused(reply["refused"])
        if "gone" in reply:
            raise ZygoteGone(reply["gone"])
        return Child.taken_over(limits, fds, reply)


class _Family:
    """One family of libraries, seen from the worker."""

    def __init__(self, source: Borrowed, family: str, wall: Wall) -> None:
        self.source, self.family, self.wall = source, family, wall

    def spawn(self, limits: Limits) -> Child:
        """A child of the service's zygote."""
        return self.source.ask(self.family, self.wall, limits)

    def prepare(self, limits: Limits) -> None:
        """The service does so when the verdict is out."""


class Lender:
    """The service's end for one worker; used by the one thread that holds that worker."""

    def __init__(self, channel: socket.socket, lost: Callable[[], bool]) -> None:
        self.channel, self.lost = channel, lost  # `lost` counts, and says whether another try is allowed
        self.last: tuple[Warm, Limits] | None = None
        self.mine: list[Warm] = []
        self._allowed = True

    def serve(self) -> bool:
        """Answer one request; False when the worker has hung up."""
        try:
            data = self.channel.recv(REQUEST)
        except OSError:
            return False
        if not data:
            return False
        request = json.loads(data)
        if "lost" not in request:
            self._lend(str(request["family"]), Wall(request["wall"]), Limits(**request["limits"]))
        elif self.last is not None:
            HERD.drop(self.last[0])
            self.last = None
            if not self.lost():
                self._allowed = False
        return True

    def begin(self, allowed: bool) -> None:
        """A new submission; one that is not allowed gets no child."""
        self._allowed = allowed

    def end(self) -> None:
        """The verdict is out: keep a child ready for the next one, and let an old zygote retire."""
        self.let_go()
        if self.last is not None:
            zygote, limits = self.last
            self.last = None
            if zygote.forks >= MOST_FORKS or time.monotonic() - zygote.born >= MOST_SECONDS:
                LEASES.retire(zygote)
            if zygote.alive():
                zygote.prepare(limits)

    def let_go(self) -> None:
        """No child of this worker is at work any more: also when the worker itself has ended."""
        for zygote in self.mine:
            LEASES.give_back(zygote)
        self.mine.clear()

    def _lend(self, family: str, wall: Wall, limits: Limits) -> None:
        if not self._allowed:
            return self._say({"refused": "the sandbox ended three times under it, so it could not be judged; it is not tried again"})
        if why := held().refused:
            return self._say({"refused": why})
        for left in range(STARTS)[::-1]:
            try:
                zygote = HERD.get(family, wall)
                break
            except (Refused, OSError) as e:  # it may have been killed while it came up, which is not the submission's fault
                if not left:
                    return self._say({"refused": str(e)[:2000]})
        self.last = (zygote, limits)
        self.mine.append(zygote)
        LEASES.take(zygote)
        try:
            child = zygote.spawn(limits)
        except (ZygoteGone, OSError) as e:
            return self._say({"gone": str(e)[:2000]})
        fds, state = child.handed_over()
        with contextlib.suppress(OSError):
            socket.send_fds(self.channel, [json.dumps(state).encode()], fds)
        return child.discard()

    def _say(self, reply: Mapping[str, Any]) -> None:
        with contextlib.suppress(OSError):
            self.channel.send(json.dumps(reply).encode())


class Leases:
    """How many children of each zygote are at work, so that none loses its parent when that is replaced."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.out: dict[Warm, int] = {}
        self.retiring: set[Warm] = set()

    def take(self, zygote: Warm) -> None:
        """One more."""
        with self.lock:
            self.out[zygote] = self.out.get(zygote, 0) + 1

    def give_back(self, zygote: Warm) -> None:
        """One less."""
        with self.lock:
            self.out[zygote] -= 1
            if not self.out[zygote]:
                del self.out[zygote]

    def retire(self, zygote: Warm) -> None:
        """Replace it in the background, and end it when its last child has ended."""
        with self.lock:
            if zygote in self.retiring:
                return
            self.retiring.add(zygote)
        threading.Thread(target=self._replace, args=(zygote,), name="gradus-recycle", daemon=True).start()

    def _replace(self, zygote: Warm) -> None:
        try:
            HERD.renew(zygote)
            while self.out.get(zygote):
                time.sleep(0.05)
            zygote.close()
        except (Refused, OSError) as e:
            LOG.warning("the zygote %s could not be renewed, it goes on: %s", zygote.family, e)
        finally:
            with self.lock:
                self.retiring.discard(zygote)


LEASES = Leases()
