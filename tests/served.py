"""A real server as a process of its own, and how its event streams are read."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2 as httpx

ROOT = Path(__file__).parents[1]


class Server:
    """`gradus.api.app` on a free port of this machine."""

    def __init__(self, home: Path, curriculum: Path) -> None:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, "GRADUS_HOME": str(home), "GRADUS_CURRICULUM": str(curriculum)}
        command = [
            sys.executable,
            "-m",
            "uvicorn",
            "--factory",
            "gradus.api.app:create_app",
            "--port",
            str(self.port),
            "--log-level",
            "warning",
        ]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        self.client = httpx.Client(base_url=self.url, timeout=30)
        end = time.monotonic() + 60
        while True:
            try:
                self.client.get("/api/health")
                return
            except httpx.TransportError:
                assert self.process.poll() is None, "the server ended"
                assert time.monotonic() < end, "the server does not come up"
                time.sleep(0.05)

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()
        self.client.close()

    def stop(self) -> float:
        """As Ctrl C would; how many seconds it took."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(30)
        self.client.close()
        return time.monotonic() - start

    def outcome(self, id: str, seconds: float = 30) -> str | None:
        """Wait for the verdict on a submission."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found: str | None = self.client.get(f"/api/submissions/{id}").json()["submission"]["outcome"]
            if found:
                return found
            time.sleep(0.05)
        return None

    def gradus(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command in a terminal on the same home."""
        command = [sys.executable, "-m", "gradus.cli.main", *words]
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)


@contextmanager
def serving(home: Path, curriculum: Path) -> Iterator[Server]:
    """A server that is gone afterwards."""
    server = Server(home, curriculum)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


class Listener:
    """Collects the events of a stream in the background."""

    def __init__(self, server: Server, address: str = "/api/events") -> None:
        self.events: list[dict[str, Any]] = []
        self.open = threading.Event()
        threading.Thread(target=self._listen, args=(server, address), daemon=True).start()
        assert self.open.wait(10)

    def _listen(self, server: Server, address: str) -> None:
        try:
            with httpx.stream("GET", server.url + address, timeout=60) as response:
                self.open.set()
                for line in response.iter_lines():
                    if line.startswith("data: "):
                        self.events.append(json.loads(line[6:]))
        except httpx.TransportError:
            pass  # the server was killed

    def wait(self, seconds: float = 15, **wanted: str) -> dict[str, Any]:
        """The first event with these fields."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for event in list(self.events):
                if all(event.get(k) == v for k, v in wanted.items()):
                    return event
            time.sleep(0.02)
        raise AssertionError(f"no event {wanted} among {self.events}")
