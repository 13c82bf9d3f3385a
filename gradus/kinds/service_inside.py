"""Starts and stops the server of an answer inside the box, and puts files down for it; it is sent there as probe.py.

The answer's code runs in a forked process behind a narrower filter, never in this one.  It judges nothing.
"""

from __future__ import annotations

import errno
import importlib
import json
import os
import runpy
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

SECONDS = 10.0  # until it must listen
server: list[int] = []  # its process number, while it runs


def begin() -> dict[str, Any]:
    """Start the server unless it runs; {"port"} when it listens, else why not."""
    return {"port": _port()} if running() and _listens() else restart()


def restart() -> dict[str, Any]:
    """Stop it, as a crash of the machine would, and start it anew; what it wrote to files is still there."""
    stop()
    reader, writer = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        _serve(writer)
    os.close(writer)
    server.append(pid)
    try:
        return _await(reader)
    finally:
        os.close(reader)


def put(name: str, text: str | None) -> None:
    """Write a file beside the answer; None takes it away."""
    path = Path(name)
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def stop() -> None:
    """End it, and wait until it has ended."""
    while server:
        pid = server.pop()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def running() -> bool:
    """Whether its process lives."""
    if server and os.waitpid(server[0], os.WNOHANG)[0]:
        server.clear()
    return bool(server)


def _port() -> int:
    return int(os.environ["PORT"])


def _await(reader: int) -> dict[str, Any]:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if not running():
            return _last_words(reader)
        if _listens():
            return {"port": _port()}
        time.sleep(0.005)
    stop()
    return {"late": True}


def _listens() -> bool:
    """A process that is dying refuses already while it still counts as living; one with a full queue does not refuse."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as knock:
        knock.settimeout(1)
        return knock.connect_ex(("127.0.0.1", _port())) != errno.ECONNREFUSED


def _last_words(reader: int) -> dict[str, Any]:
    """What it raised, as it says itself."""
    os.set_blocking(reader, False)
    try:
        facts = json.loads(os.read(reader, 60_000))
    except (OSError, ValueError):
        return {}
    return {"raised": facts} if isinstance(facts, dict) else {}


def _serve(writer: int) -> None:
    """We are the fork: give up the channel and the right to start processes, then be the learner's program."""
    scratch = os.getcwd()
    code = 1
    try:
        os.dup2(writer, 3)  # where the channel to the judge was
        os.closerange(4, 4096)
        if "Seccomp:\t2" in Path("/proc/self/status").read_text("ascii"):
            seccomp: Any = importlib.import_module("gradus_box.seccomp")
            seccomp.install(seccomp.PROFILES["server"])
        sys.argv = ["answer.py"]
        runpy.run_path(os.path.join(scratch, "answer.py"), run_name="__main__")
        code = 0
    except SystemExit as e:
        code = e.code if isinstance(e.code, int) else 1
    except BaseException as e:
        describe: Any = importlib.import_module("gradus_box.raised").describe
        text = Path("answer.py").read_text("utf-8", "replace")
        os.write(3, json.dumps(describe(e, scratch, {"answer.py": text})).encode())
    finally:
        sys.stdout.flush()
        os._exit(code)
