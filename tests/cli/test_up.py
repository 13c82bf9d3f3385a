"""`gradus up` in a process of its own."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from tests.cli.conftest import Desk, environment

PATIENCE = 90.0


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port


def test_up_serves_the_curriculum_and_stops_on_a_signal(desk: Desk) -> None:
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "gradus",
        "--home",
        str(desk.home),
        "--curriculum",
        str(desk.tree),
        "up",
        "--port",
        str(port),
        "--no-browser",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment(), text=True)
    try:
        roadmap = None
        end = time.monotonic() + PATIENCE
        while roadmap is None and time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/roadmap", timeout=5) as reply:
                    roadmap = json.load(reply)
            except (urllib.error.URLError, ConnectionError):
                assert process.poll() is None, process.communicate()[0]
                time.sleep(0.2)
        assert roadmap is not None
        assert [t["id"] for t in roadmap["tracks"]] == ["numbers"]
        again = subprocess.run([*command], capture_output=True, text=True, check=False, timeout=PATIENCE, env=environment())
        assert again.returncode == 2
        assert f"Port {port} is taken" in again.stderr
    finally:
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=PATIENCE)
    assert f"http://127.0.0.1:{port}" in said
    assert str(desk.home) in said


def test_the_server_starts_with_the_sound_steps_of_a_tree_with_faults(desk: Desk) -> None:
    (desk.tree / "numbers/sums/sum-squares/judge.py").unlink()
    said = desk.ask("next")
    assert said.code == 0
    assert "gradus open sum-products" in said.out


def test_up_says_so_when_the_folder_holds_no_roadmap(desk: Desk) -> None:
    said = desk.ask("up", "--no-browser", "--curriculum", str(desk.home))
    assert said.code == 2
    assert "There is no roadmap.yaml" in said.err
