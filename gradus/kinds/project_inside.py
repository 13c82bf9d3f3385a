"""Lies in the box as `stage`: what a probe.py starts the repository's commands with, follows their logs with, and reads what they left.

It judges nothing.  What a command did not leave is told by `Unfit`, one sentence for the learner.  It is sent, not imported.
"""

from __future__ import annotations

import contextlib
import http.client
import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

# isort: off
from left_behind import HERE, MOST_TEXT, WORK, Unfit, folder, json_lines, last_line, objects, put, read_json, text, told, tree  # type: ignore[import-not-found]
# isort: on

__all__ = [
    "HERE", "REPOSITORY", "WORK", "Done", "Running", "Service", "Unfit", "folder", "free_port", "json_lines", "objects", "put", "read_json",
    "report", "run", "service", "start", "text", "told", "tree",
]  # fmt: skip
REPOSITORY = HERE / "repository"
TAIL, TICK = 1500, 0.05
PACKAGE = "bot"
_running: list[Running] = []


# ---------------------------------------------------------------- commands


@dataclass(frozen=True)
class Done:
    """A command that ended: exit code, what it printed, seconds by the clock and of the processor, the most memory in MB."""

    command: str
    code: int
    out: str
    err: str
    seconds: float
    cpu_seconds: float
    memory_mb: float
    late: bool = False  # it was ended because its time was over

    def ok(self) -> Done:
        """Itself; Unfit unless it ended with code 0."""
        if self.late:
            raise Unfit(f"`{self.command}` did not end within {self.seconds:.0f} s.")
        if self.code:
            raise Unfit(f"`{self.command}` ended with code {self.code}: {last_line(self.err) or 'it said nothing'}")
        return self

    def refused(self) -> dict[str, Any]:
        """What a command said to input that it must refuse: code, the words on stderr, whether a traceback is in them, what went to stdout."""
        lines = [line for line in self.err.strip().splitlines() if line.strip()]
        return {"code": self.code, "say": last_line(self.err)[:400], "lines": len(lines), "traceback": "Traceback" in self.err, "out": self.out[:200],
                "late": self.late}  # fmt: skip


@dataclass
class Running:
    """A command that runs; everything that it started ends with it."""

    command: str
    process: subprocess.Popen[bytes]
    out: IO[bytes]
    err: IO[bytes]
    began: float = field(default_factory=time.monotonic)
    done: Done | None = None

    def alive(self) -> bool:
        """Whether it runs."""
        if self.done is None:
            ended, status, usage = os.wait4(self.process.pid, os.WNOHANG)
            if ended:
                self._ended(status, usage, False)
        return self.done is None

    def said(self) -> str:
        """What it wrote to stderr so far."""
        return _content(self.err)

    def kill(self, late: bool = False) -> Done:
        """End it at once, as a crash of the machine would."""
        if self.alive():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            _, status, usage = os.wait4(self.process.pid, 0)
            self._ended(status, usage, late)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)  # what it left behind
        assert self.done is not None
        return self.done

    def stop(self, seconds: float = 15.0) -> Done:
        """Ask it to end (SIGTERM), and end it when it does not."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process.pid, signal.SIGTERM)
        until = time.monotonic() + seconds
        while self.alive() and time.monotonic() < until:
            time.sleep(TICK)
        return self.kill(late=True)

    def _ended(self, status: int, usage: Any, late: bool) -> None:
        code = self.process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - self.began
        out, err = _content(self.out), _content(self.err)
        self.done = Done(self.command, code, out, err, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, late)
        told_ = f"code {code}, {seconds:.1f} s, {self.done.memory_mb:.0f} MB"
        report(said=f"  {told_}")
        sys.stdout.write(f"$ {self.command}   [{told_}]\n{err[-TAIL:]}\n")


def _content(file: IO[bytes]) -> str:
    return os.pread(file.fileno(), MOST_TEXT, 0).decode("utf-8", "replace")


def environment(threads: int = 2, **more: str) -> dict[str, str]:
    """What a command finds in its environment; the projects' interpreter and its programs come first on PATH."""
    count = {f"{n}_NUM_THREADS": str(threads) for n in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")}
    quiet = {
        "MLFLOW_DISABLE_TELEMETRY": "true",
        "DO_NOT_TRACK": "1",
        "DVC_NO_ANALYTICS": "1",
        "GIT_PYTHON_REFRESH": "quiet",
        "GIT_TERMINAL_PROMPT": "0",
    }
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "Learner"), ("EMAIL", "learner@example.org"))
    }
    quiet["OMP_WAIT_POLICY"] = "PASSIVE"  # two cores may be shared; who waits must not burn the other one's time
    quiet["DVC_SITE_CACHE_DIR"] = str(WORK / ".dvc-cache")  # its own choice lies below /var
    if certificates := importlib.util.find_spec("certifi"):  # git's library reads them when it is loaded, and the box has no /etc/ssl
        quiet["SSL_CERT_FILE"] = os.path.join(os.path.dirname(certificates.origin or ""), "cacert.pem")
    path = f"{os.path.join(sys.prefix, 'bin')}:/usr/bin:/bin"
    return {**os.environ, **count, **quiet, **who, "PATH": path, "PYTHONUNBUFFERED": "1", **more}


def start(*words: Any, program: Sequence[str] | None = None, stdin: str | None = None, env: Mapping[str, str] | None = None, threads: int = 2,
          cwd: Path | None = None) -> Running:  # fmt: skip
    """Start `python -m PACKAGE words...` in the repository (or another program) and come back at once."""
    given = [str(w) for w in words]
    command = [*program, *given] if program is not None else [sys.executable, "-m", PACKAGE, *given]
    shown = " ".join([*program, *map(told, given)] if program is not None else ["python -m", PACKAGE, *map(told, given)])
    WORK.mkdir(exist_ok=True)
    out, err, feed = (open(WORK / f".{name}{len(_running)}", "w+b") for name in ("out", "err", "in"))  # noqa: SIM115  (live as long as the run)
    feed.write((stdin or "").encode())
    feed.seek(0)
    report(said=f"$ {shown}")
    process = subprocess.Popen(
        command, cwd=cwd or REPOSITORY, env=environment(threads, **(env or {})), stdin=feed, stdout=out, stderr=err, start_new_session=True
    )
    feed.close()
    for file in (out, err, feed):
        Path(file.name).unlink()
    _running.append(Running(shown, process, out, err))
    return _running[-1]


def run(*words: Any, seconds: float = 60.0, follow: Path | None = None, kill_after: int | None = None, **how: Any) -> Done:
    """Run a command to its end, at most `seconds` by the clock.

    `follow` names a file of JSON lines that grows meanwhile: its numbers are shown as live curves.  `kill_after` ends the command
    without warning (SIGKILL) when that file has so many lines.
    """
    running, seen = start(*words, **how), 0
    while running.alive():
        if follow is not None:
            seen = _follow(follow, seen)
            if kill_after is not None and seen >= kill_after:
                return running.kill()
        if time.monotonic() - running.began > seconds:
            return running.kill(late=True)
        time.sleep(TICK)
    if follow is not None:
        _follow(follow, seen)
    return running.kill()


def _follow(path: Path, seen: int) -> int:
    """Report what was added; how many whole lines there are now."""
    if not path.is_file():
        return seen
    lines = path.read_text("utf-8", "replace").split("\n")[:-1]
    for line in lines[seen:]:
        with contextlib.suppress(ValueError, AttributeError):
            report(**{k: v for k, v in json.loads(line).items() if isinstance(v, (int, float)) and not isinstance(v, bool)})
    return len(lines)


def report(**values: Any) -> None:
    """Show these while the learner waits; nothing of it is judged."""
    import live  # type: ignore[import-not-found]  # made by the driver

    live.report(**values)


# ---------------------------------------------------------------- services


@dataclass
class Service:
    """A server of the repository that listens on 127.0.0.1."""

    port: int
    running: Running

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, method: str, path: str, json_body: Any = None, headers: Mapping[str, str] | None = None, seconds: float = 30.0
    ) -> dict[str, Any]:
        """One request: {"status", "headers", "text"} and "json" where it is JSON, or {"error"}; with the seconds to the first byte and to the end."""
        body = None if json_body is None else json_body if isinstance(json_body, bytes) else json.dumps(json_body).encode()
        line, began = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds), time.monotonic()
        try:
            line.request(method, path, body, {"Content-Type": "application/json", **(headers or {})})
            got = line.getresponse()
            data = got.read(1) if got.length != 0 else b""
            first = time.monotonic() - began
            said = (data + got.read(MOST_TEXT)).decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as e:
            return {"error": f"{type(e).__name__}: {e}"}
        finally:
            line.close()
        found = {"status": got.status, "headers": {k.lower(): v for k, v in got.getheaders()}, "text": said, "first": first,
                 "seconds": time.monotonic() - began}  # fmt: skip
        with contextlib.suppress(ValueError):
            found["json"] = json.loads(said)
        return found


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@contextlib.contextmanager
def service(*words: Any, ready: str = "/readyz", seconds: float = 90.0, **how: Any) -> Iterator[Service]:
    """Start a command that serves (`--port` is added), wait until GET `ready` says 200, and end it afterwards."""
    port = free_port()
    running = start(*words, "--port", port, **how)
    served = Service(port, running)
    try:
        while served.ask("GET", ready, seconds=2.0).get("status") != 200:
            if not running.alive():
                done = running.kill()
                raise Unfit(
                    f"`{running.command}` ended with code {done.code} instead of serving: {last_line(done.err) or 'it said nothing'}"
                )
            if time.monotonic() - running.began > seconds:
                raise Unfit(f"`{running.command}` did not answer GET {ready} with 200 within {seconds:.0f} s.")
            time.sleep(TICK)
        yield served
    finally:
        running.kill()


# ---------------------------------------------------------------- the way in


def asked(function: str, package: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Call a function of probe.py; what it returns, or why it could not."""
    global PACKAGE
    PACKAGE = package
    import probe  # type: ignore[import-not-found]

    call: Callable[..., Any] = getattr(probe, function)
    try:
        return {"value": call(**given)}
    except Unfit as e:
        unwritten = [r.command for r in _running if r.done and last_line(r.done.err).startswith("NotImplementedError")]
        if unwritten:
            return {
                "unfit": f"`{unwritten[0]}` is not written yet: it still raises NotImplementedError. Write it, then run again.",
                "unwritten": True,
            }
        return {"unfit": str(e)}
    finally:
        while _running:
            last = _running.pop()
            last.kill()
            last.out.close()
            last.err.close()
