"""A lane holds at most one worker, and none that nobody would end."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from gradus.lane import Lane, Lost


def test_a_worker_that_comes_up_while_the_pool_ends_is_ended_by_its_own_lane() -> None:
    lane, said = Lane(), []

    def start() -> None:
        try:
            lane.start()
        except Lost as e:
            said.append(e)

    thread = threading.Thread(target=start)
    thread.start()
    while lane.process is None:
        time.sleep(0.001)
    lane.shut = True  # the worker is under way; whoever shuts the lane finds nothing to end yet
    thread.join(120)
    assert said
    assert not lane.warm
    lane.end()


def test_a_worker_that_ends_while_it_starts_is_noticed_though_another_process_holds_its_socket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, holders = tmp_path / "python", tmp_path / "holders"
    program.write_text(f"#!/bin/sh\nsleep 3600 &\necho $! >> {holders}\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(program))
    monkeypatch.setattr("gradus.lane.START", 3600.0)
    lane, said = Lane(), []

    def start() -> None:
        try:
            lane.start()
        except Lost as e:
            said.append(e.code)

    thread = threading.Thread(target=start, daemon=True)
    thread.start()
    thread.join(60)
    pids = [int(pid) for pid in holders.read_text().split()]
    try:
        assert said == [1]
        assert all(os.path.exists(f"/proc/{pid}") for pid in pids) or not os.path.isdir("/proc")
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
