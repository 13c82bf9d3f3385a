"""The self-check tries each property for real, and says where a lower wall does not hold it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Any

import pytest

from bench.chaos import zygotes
from gradus.sandbox import held, herd, selfcheck, walls
from gradus.sandbox.selfcheck import FILES, NETWORK
from gradus.vocabulary import Wall


def test_what_a_level_promises_is_seen_and_a_bare_process_is_seen_not_to_hold_the_rest(place: str) -> None:
    result = selfcheck.selfcheck()
    assert str(result.level) == place.partition(", ")[0]
    assert result.missing == []
    assert set(result.properties) == selfcheck.EVERY
    if result.level is Wall.PROCESS:
        assert not result.properties[NETWORK]
        assert not result.properties[FILES]
        assert "not locked in" in result.say
    else:
        assert len(result.promised) >= 14


@pytest.mark.parametrize("module", [held, selfcheck], ids=["while it looks round", "while it is attacked"])
def test_a_zygote_that_is_killed_while_a_level_is_tried_does_not_cost_the_level(module: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before, killed = held.held().wall, []
    if before is Wall.PROCESS and module is held:
        pytest.skip("the lowest level is not tried")

    def start(family: str, wall: Wall) -> herd.Warm:
        zygote = herd.start(family, wall)
        if len(killed) < 3:
            killed.append(zygote)
            zygote.kill()
        return zygote

    monkeypatch.setattr(module, "start", start)
    if module is selfcheck:
        assert not selfcheck.selfcheck(before).missing
    else:
        assert held._find(before, Wall.PROCESS, "", "fork", False).wall is before
    assert killed


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_zygote_that_is_killed_while_it_comes_up_is_not_taken_for_a_wall_that_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    level, over = held.held().wall, threading.Event()
    before = set(zygotes(os.getpid()))

    def kill() -> None:
        while not over.wait(0.05):
            for pid in set(zygotes(os.getpid())) - before:
                os.kill(pid, signal.SIGKILL)

    monkeypatch.setattr(walls, "BOOT", {**walls.BOOT, "zygote": "import time\ntime.sleep(60)\n"})
    killer = threading.Thread(target=kill)
    killer.start()
    try:
        with pytest.raises(walls.Killed):
            herd.start("bare", level)
    finally:
        over.set()
        killer.join()
    monkeypatch.setattr(walls, "BOOT", {**walls.BOOT, "zygote": "raise SystemExit('no')\n"})
    with pytest.raises(walls.Refused) as refused:
        herd.start("bare", level)
    assert not isinstance(refused.value, walls.Killed)
