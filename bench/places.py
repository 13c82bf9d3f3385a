"""The two measured steps, E1 (numpy softmax, 8 checks) and E2 (torch causal attention, 6 checks), homes on them, and a server over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gradus import settings
from gradus.content.lock import write_lock
from gradus.content.read import read
from gradus.engine import judging_code

HERE = Path(__file__).parent
STEPS = {"numpy": "softmax-rows", "torch": "causal-attention"}


def curriculum(into: Path, source: Path = HERE / "curriculum") -> Path:
    """A copy in which every sound step counts as proven (its proof is not what is measured)."""
    folder = into / "curriculum"
    if not folder.exists():
        shutil.copytree(source, folder)
    steps = read(folder).steps
    write_lock(folder, {i: {"step": s.hash, "judging": judging_code(s.kind)} for i, s in steps.items()})
    return folder


class Server:
    """`gradus.api.app` as a process of its own; answers are handed in over HTTP on one open connection."""

    def __init__(self, home: Path, curriculum: Path) -> None:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        environment = {**os.environ, "GRADUS_HOME": str(home), "GRADUS_CURRICULUM": str(curriculum), "PYTHONPATH": str(settings.CHECKOUT)}
        words = ["-m", "uvicorn", "--factory", "gradus.api.app:create_app", "--port", str(self.port), "--log-level", "warning"]
        self.process = subprocess.Popen([sys.executable, *words], cwd=home, env=environment, start_new_session=True)
        self.conn = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        end = time.monotonic() + 120
        while True:
            try:
                self.ask("GET", "/api/health")
                return
            except OSError:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError("the server does not come up") from None
                self.conn.close()
                time.sleep(0.05)

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """Status and JSON of one request."""
        for again in (True, False):
            try:
                self.conn.request(method, path, None if body is None else json.dumps(body), {"Content-Type": "application/json"})
                answer = self.conn.getresponse()
                break
            except (
                http.client.RemoteDisconnected,
                BrokenPipeError,
                ConnectionResetError,
            ):  # a server closes what was idle for some seconds
                self.conn.close()
                if not again or method != "GET":
                    raise
        text = answer.read()
        return answer.status, json.loads(text) if text else None

    def submit(self, step: str, files: dict[str, str]) -> tuple[str, str]:
        """Hand in, then listen until the verdict; (id, outcome)."""
        status, said = self.ask("POST", "/api/submissions", {"step": step, "files": files, "source": "web"})
        assert status == 202, said
        self.conn.request("GET", f"/api/submissions/{said['id']}/events")
        answer = self.conn.getresponse()
        outcome = ""
        while line := answer.readline():
            if line.startswith(b"data: ") and (event := json.loads(line[6:]))["type"] == "verdict":
                outcome = event["submission"]["outcome"]
        return said["id"], outcome

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()
        self.conn.close()

    def stop(self) -> None:
        """As Ctrl C would."""
        self.conn.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()


@contextmanager
def serving(home: Path, curriculum: Path) -> Iterator[Server]:
    """A server that is gone afterwards."""
    home.mkdir(parents=True, exist_ok=True)
    server = Server(home, curriculum)
    try:
        yield server
    finally:
        server.stop()
