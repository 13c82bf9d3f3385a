"""The warm parent inside the wall: loads a family of libraries once, then forks one child for each submission.

It never holds a reference solution, an expected value, another learner's file or a secret: whatever it holds, a child inherits.

Each request is one message on the control socket: the size of the disk and three descriptors, `conn` (values), `out` (what is printed) and
`life`.  On `life` the zygote answers {"pid"} with a pidfd, and {"status", "cpu"} when the child has ended and nothing of it is left.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import json
import os
import select
import shutil
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from . import disk, namespaces, room

WATCH_MS = 100  # between two looks at what was written


@dataclass
class Kid:
    """A child that has not been reaped."""

    pid: int
    pidfd: int
    life: socket.socket
    scratch: str
    disk_mb: int
    over: bool = False  # it wrote more than it may and was ended


class Zygote:
    """The loop: fork when asked, report when one ends."""

    def __init__(self, control: socket.socket, settings: Mapping[str, Any]) -> None:
        self.control, self.settings = control, settings
        self.boxed: bool = settings["boxed"]
        self.kids: dict[int, Kid] = {}
        self.cleaners: set[int] = set()
        self.count = 0
        self.poll = select.poll()
        self.own_pids = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC) if self.boxed else -1
        if self.boxed:  # an unshare that could not be undone would send every later fork into a dead namespace: try the way back first
            namespaces.setns(self.own_pids, namespaces.NEWPID)
        else:
            namespaces.adopt_orphans()

    def serve(self) -> None:
        """Until the warden hangs up."""
        self.poll.register(self.control, select.POLLIN)
        while True:
            watching = not self.boxed and any(not kid.over for kid in self.kids.values())
            for fd, _ in self.poll.poll(WATCH_MS if watching else None):
                if fd == self.control.fileno():
                    data, fds, _, _ = socket.recv_fds(self.control, 65536, 3)
                    if not data:
                        return
                    self.fork(json.loads(data), fds)
                elif fd in self.kids:
                    self.ended(self.kids.pop(fd))
            if watching:
                self.watch()

    def watch(self) -> None:
        """End whoever wrote too much, where no disk of its own keeps it from that."""
        for kid in self.kids.values():
            if not kid.over and disk.used(kid.pid, kid.scratch) > kid.disk_mb << 20:
                kid.over = True
                with contextlib.suppress(ProcessLookupError):
                    os.kill(kid.pid, signal.SIGKILL)

    def fork(self, request: Mapping[str, Any], fds: list[int]) -> None:
        """One child for one submission."""
        conn, out, life_fd = fds
        life = socket.socket(fileno=life_fd)
        self.count += 1
        scratch = "/tmp" if self.boxed else f"{self.settings['scratch']}/s{self.count}"
        try:
            pid = self._fork(request, conn, out, life, scratch)
            pidfd = os.pidfd_open(pid)
            self.kids[pidfd] = Kid(pid, pidfd, life, scratch, int(request["disk_mb"]))
            self.poll.register(pidfd, select.POLLIN)
            socket.send_fds(life, [json.dumps({"pid": pid, "scratch": scratch}).encode()], [pidfd])
        except BrokenPipeError:
            pass  # the warden no longer waits for this one; it is reported when it ends
        except OSError as e:
            life.send(json.dumps({"error": str(e)}).encode())
            life.close()
        finally:
            os.close(conn)
            os.close(out)

    def _fork(self, request: Mapping[str, Any], conn: int, out: int, life: socket.socket, scratch: str) -> int:
        if self.boxed:
            namespaces.unshare(namespaces.NEWPID)
        me = os.getpid()
        try:
            pid = os.fork()
            if pid == 0:
                if not self.boxed:  # in a box the parent has no number that we could see
                    namespaces.die_with_parent(me)
                self.control.detach()
                life.detach()
                child(request, self.settings, conn, out, scratch)
            return pid
        finally:
            if self.boxed:
                namespaces.setns(self.own_pids, namespaces.NEWPID)

    def ended(self, kid: Kid) -> None:
        """Reap, after everything that it started has been ended too."""
        self.poll.unregister(kid.pidfd)
        if not self.boxed:  # in a box the end of pid 1 is the end of all
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(kid.pid, signal.SIGKILL)  # still a zombie, so the number is still its own
        os.close(kid.pidfd)
        _, status, usage = os.wait4(kid.pid, 0)
        if not self.boxed:
            self.end_strays()
            self.clean(kid.scratch)
        ending = -signal.SIGXFSZ if kid.over else os.waitstatus_to_exitcode(status)
        report = {"status": int(ending), "cpu": usage.ru_utime + usage.ru_stime}
        with contextlib.suppress(OSError):
            kid.life.send(json.dumps(report).encode())
        kid.life.close()

    def leave(self) -> None:
        """The warden hung up, perhaps killed: end what runs and take the folder away, which nobody else may be left to do."""
        if self.boxed:
            return  # all of it ends with us
        for kid in list(self.kids.values()):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(kid.pid, signal.SIGKILL)
        self.end_strays(all_of_them=True)
        shutil.rmtree(self.settings["scratch"], ignore_errors=True)

    def end_strays(self, all_of_them: bool = False) -> None:
        """Kill what escaped its process group and was handed to us as orphans."""
        until = time.monotonic() + 2.0
        while time.monotonic() < until:
            known = set() if all_of_them else {k.pid for k in self.kids.values()} | self.cleaners
            strays = [pid for pid in children() if pid not in known]
            if not strays:
                return
            for pid in strays:
                try:
                    os.kill(pid, signal.SIGKILL)
                    os.waitpid(pid, 0)
                except OSError:
                    continue

    def clean(self, scratch: str) -> None:
        """Remove a scratch folder; one with much in it by a process of its own, so that nobody waits."""
        for pid in list(self.cleaners):
            if os.waitpid(pid, os.WNOHANG)[0]:
                self.cleaners.discard(pid)
        with contextlib.suppress(OSError):
            with os.scandir(scratch) as entries:
                for entry in itertools.islice(entries, 20):
                    if not entry.is_dir(follow_symlinks=False):
                        os.unlink(entry.path)
            os.rmdir(scratch)
            return
        pid = os.fork()
        if pid == 0:
            shutil.rmtree(scratch, ignore_errors=True)
            os._exit(0)
        self.cleaners.add(pid)


def children() -> list[int]:
    """The pids of this process's children."""
    with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as f:
        return [int(p) for p in f.read().split()]


def child(request: Mapping[str, Any], settings: Mapping[str, Any], conn: int, out: int, scratch: str) -> None:
    """We are the fork: close the room behind us, then let the driver serve."""
    try:
        for signal_number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signal_number, signal.SIG_DFL)
        fd = room.enter(request, settings, conn, out, scratch)
        from . import driver

        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        driver.main(fd, scratch, settings["boxed"])
    except BaseException as e:
        with contextlib.suppress(OSError):
            os.write(2, f"\nsandbox: {type(e).__name__}: {e}\n".encode("utf-8", "replace"))
    finally:
        os._exit(121)


def main(control: socket.socket, settings: Mapping[str, Any], load: Callable[[], None]) -> None:
    """Start: namespaces first (numpy may start threads, after which a user namespace cannot be entered), then the libraries."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is for the service, which will hang up
    if settings["boxed"]:
        namespaces.nest()
    elif settings["wrapped"]:
        namespaces.die_with_parent()  # with bubblewrap
    load()
    from . import rehearsal

    missing = rehearsal.rehearse(settings["family"])
    if missing:
        control.send(json.dumps({"error": "the learner environment lacks " + ", ".join(missing[:5])}).encode())
        return
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:  # a child of a process with threads may hang in its first matrix product
        control.send(json.dumps({"error": f"the libraries of {settings['family']} started {threads - 1} threads"}).encode())
        return
    zygote = Zygote(control, settings)
    gc.collect()
    gc.freeze()
    control.send(json.dumps({"ready": True}).encode())
    zygote.serve()
    zygote.leave()
    os._exit(0)
