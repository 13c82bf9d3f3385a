"""A process that reads, compares and judges what came back from answers, under limits of its own; the service never does so itself.

It is trusted code that holds hostile values: it has no zygote and no database, gets children one at a time (sandbox/lending), and
answers with a verdict's body as JSON.  What makes it too slow or too large ends it or its try, not the service.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import os
import resource
import signal
import socket
import struct
import sys
import time
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gradus import ideals
from gradus.content.read import one
from gradus.grade import grade, prepare
from gradus.sandbox import namespaces, run
from gradus.sandbox.lending import Borrowed
from gradus.store.verdicts import body
from gradus.vocabulary import Answer, Observation, Step, Wall
from gradus.wording import broken

LOG = logging.getLogger("gradus.judge")
SECONDS, MEGABYTES = 20, 2048  # of processor time for one submission; of memory beyond what the worker holds when it starts
MESSAGE = 32 << 20  # bytes, in either direction
STEPS = 64  # kept loaded


def receive(conn: socket.socket) -> dict[str, Any] | None:
    """One message; None when the other side has hung up."""
    head = _exactly(conn, 4)
    if head is None or (length := struct.unpack("<I", head)[0]) > MESSAGE:
        return None
    data = _exactly(conn, length)
    return None if data is None else dict(json.loads(data))


def send(conn: socket.socket, message: Mapping[str, Any]) -> None:
    """One message; plain JSON, text in it may hold anything."""
    data = json.dumps(message).encode()
    conn.sendall(struct.pack("<I", len(data)) + data)


def _exactly(conn: socket.socket, n: int) -> bytes | None:
    data = bytearray()
    while len(data) < n:
        try:
            got = conn.recv(n - len(data))
        except ConnectionError:
            return None
        if not got:
            return None
        data += got
    return bytes(data)


class Steps:
    """The steps that were judged last, read from their folders when first needed."""

    def __init__(self) -> None:
        self.kept: OrderedDict[str, Step] = OrderedDict()

    def get(self, order: Mapping[str, Any]) -> Step | None:
        """The step of that hash; None when its folder holds another one by now."""
        step = self.kept.pop(order["hash"], None) or one(Path(order["folder"]), order["concept"], order["track"])
        if step is None or step.hash != order["hash"]:
            return None
        self.kept[step.hash] = step
        while len(self.kept) > STEPS:
            self.kept.popitem(last=False)
        return step


def allow(seconds: int) -> None:
    """The processor time of one more submission; beyond it the kernel ends this process."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + seconds, hard))


def confine() -> None:
    """Bounds on memory, no core file; the name of SIGXCPU is how the service knows that it was the time."""
    with contextlib.suppress(OSError, ValueError):  # not everywhere
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[5])
        most = pages * os.sysconf("SC_PAGE_SIZE") + (MEGABYTES << 20)
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is for the service, which will hang up


def serve(conn: socket.socket, children: socket.socket) -> None:
    """Until the service hangs up."""
    borrowed, steps = Borrowed(children), Steps()
    run.use(borrowed)
    confine()
    send(conn, {"t": "ready"})
    while (order := receive(conn)) is not None:
        allow(order.get("allow", SECONDS))
        borrowed.force = Wall(order["wall"])
        if borrowed.force is Wall.PROCESS:
            namespaces.close_memory()
        ideals.share(Path(order["cache"]) if order["cache"] else None)
        send(conn, {"t": "done", "body": _act(order, steps, conn)})


def _act(order: Mapping[str, Any], steps: Steps, conn: socket.socket) -> dict[str, Any]:
    try:
        step = steps.get(order)
        if step is None:
            return body(broken("the files of this step changed since Gradus was started; start it again", Observation(), order["seed"]))
        if order["t"] == "prepare":
            prepare(step, order["seed"])
            return {}
        answer = Answer(order["files"], order["earlier"])
        return body(grade(step, answer, order["seed"], lambda values: send(conn, {"t": "live", "values": dict(values)})))
    except Exception as e:
        LOG.exception("%s could not be judged", order["folder"])
        return body(broken(type(e).__name__, Observation(), order["seed"]))


def main() -> None:
    """The two channels are inherited; their numbers are the arguments."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    with contextlib.suppress(ConnectionError):  # the service is gone
        serve(socket.socket(fileno=int(sys.argv[1])), socket.socket(fileno=int(sys.argv[2])))


if __name__ == "__main__":
    main()
