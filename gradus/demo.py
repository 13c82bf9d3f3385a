"""The finished reference of a project at work on somebody's documents: the commands that project.toml lists, then its service.

It runs the author's own code with the projects' interpreter, as the user's own process: no box is around it.
"""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gradus import settings
from gradus.kinds.project_files import FILE, REFERENCE
from gradus.learner import Refused

HOST, PATIENCE = "127.0.0.1", 300.0  # seconds in which the service must be ready


@dataclass(frozen=True)
class Script:
    """What [demo] of a project.toml says: commands in order, then the one that serves; {docs}, {data} and {port} are filled in."""

    reference: Path
    id: str
    package: str
    commands: tuple[tuple[str, ...], ...]
    serve: tuple[str, ...]
    ready: str


def script(folder: Path) -> Script:
    """Read it.  Raises Refused where the project has none."""
    try:
        raw = tomllib.loads((folder / FILE).read_text("utf-8"))
        said = raw["demo"]
        commands = tuple(tuple(map(str, c)) for c in said["commands"])
        found = Script(
            folder / REFERENCE, str(raw["id"]), str(raw["package"]), commands, tuple(map(str, said["serve"])), str(said["ready"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused(
            "no_demo", f"The project in {folder.name} has no demo yet.", "Begin a repository of your own: `gradus project new`."
        ) from None
    return found


@dataclass(frozen=True)
class Serving:
    """A service that is up."""

    url: str
    data: Path
    process: subprocess.Popen[bytes]

    def wait(self) -> None:
        """Until it ends or somebody presses Ctrl C."""
        with contextlib.suppress(KeyboardInterrupt):
            code = self.process.wait()
            raise Refused("ended", f"The service ended with code {code}.", "Its last lines stand above; run the command again.")


@contextlib.contextmanager
def running(script: Script, docs: Path, port: int, tell: Callable[[str], None]) -> Iterator[Serving]:
    """Run the commands, start the service, wait until it is ready; it ends with the block.  Raises Refused."""
    if not _free(port):
        raise Refused("port_taken", f"Port {port} is in use by another program.", f"Give another one, such as --port {port + 1}.")
    data = settings.home() / "projects" / script.id / hashlib.sha256(str(docs).encode()).hexdigest()[:12]
    data.mkdir(parents=True, exist_ok=True)
    fill = {"docs": str(docs), "data": str(data), "port": str(port)}
    for command in script.commands:
        tell(f"{script.package} {command[0]} ...")
        began = time.monotonic()
        done = subprocess.run(_words(script, command, fill), cwd=script.reference, env=_environment(), stderr=subprocess.PIPE, check=False)
        if done.returncode:
            said = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
            raise Refused(
                "command_failed",
                said[-1].strip() if said else f"{command[0]} ended with code {done.returncode}.",
                "Mend that, then run it again.",
            )
        tell(f"  {time.monotonic() - began:.0f} s")
    tell(f"{script.package} {script.serve[0]} ...")
    with (data / "serve.log").open("wb") as log:
        process = subprocess.Popen(_words(script, script.serve, fill), cwd=script.reference, env=_environment(), stdout=log, stderr=log)
    try:
        _await(process, port, script.ready, data / "serve.log")
        yield Serving(f"http://{HOST}:{port}", data, process)
    finally:
        _end(process)


def _words(script: Script, command: tuple[str, ...], fill: dict[str, str]) -> list[str]:
    return [str(settings.project_python()), "-m", script.package, *(word.format(**fill) for word in command)]


def _environment() -> dict[str, str]:
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "TOKENIZERS_PARALLELISM": "false",
             "MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "1"}  # fmt: skip
    return {**{k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}, **quiet}


def _free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        if os.name != "nt":
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that only waits out its last connection is free
        try:
            s.bind((HOST, port))
        except OSError:
            return False
    return True


def _await(process: subprocess.Popen[bytes], port: int, ready: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if (code := process.poll()) is not None:
            said = [line for line in log.read_text("utf-8", "replace").splitlines() if line.strip()]
            raise Refused("ended", f"The service ended with code {code}: {said[-1].strip() if said else 'it said nothing'}", f"See {log}.")
        line = http.client.HTTPConnection(HOST, port, timeout=2.0)
        with contextlib.suppress(OSError, http.client.HTTPException):
            line.request("GET", ready)
            if line.getresponse().status == 200:
                return
        line.close()
        time.sleep(0.1)
    raise Refused("not_ready", f"The service did not get ready within {PATIENCE:.0f} s.", f"See {log}.")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end, and end it when it does not."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
