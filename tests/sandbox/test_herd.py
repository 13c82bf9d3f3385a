"""Zygotes: many submissions at once, a dead one is replaced, and nothing outlives its submission."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gradus import settings
from gradus.sandbox import herd
from gradus.sandbox.herd import HERD
from gradus.vocabulary import Outcome, Probe, Wall

from .conftest import Ask


def descendants(pid: int) -> list[int]:
    """All processes below `pid`."""
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found += [child, *descendants(child)]
    return found


def zygote(wall: Wall) -> herd.Zygote:
    """The numpy zygote in force."""
    found = HERD.get("numpy", wall)
    assert isinstance(found, herd.Zygote)
    return found


def runs(pid: int) -> bool:
    """Whether a process exists and is not a zombie that nobody has buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_many_submissions_at_once_each_get_their_own_values(wall: Wall, ask: Ask) -> None:
    def one(i: int) -> object:
        source = (
            f"import time, os\ndef f(x):\n    open('mine', 'w').write('{i}')\n    time.sleep(0.05)\n    return x * {i}, open('mine').read()"
        )
        return ask(source, "f", 3).seen["p"].value

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(24))) == [(3 * i, str(i)) for i in range(24)]


def test_bad_neighbours_do_not_disturb(wall: Wall, ask: Ask) -> None:
    sources = [
        "def f():\n    while True: pass",
        "def f():\n    k = []\n    while True: k.append(bytearray(1 << 20))",
        "import os\ndef f(): os._exit(3)",
    ]
    with ThreadPoolExecutor(6) as pool:
        bad = [pool.submit(ask, s, seconds=1.0, memory_mb=64) for s in sources]
        good = [pool.submit(ask, "def f(): return 42") for _ in range(6)]
        assert [g.result().seen["p"].value for g in good] == [42] * 6
        outcomes = [stopped.outcome for b in bad if (stopped := b.result().stopped)]
    assert outcomes == [Outcome.EXCEEDED, Outcome.EXCEEDED, Outcome.CRASHED]


def test_a_dead_zygote_is_replaced_without_the_learner_noticing(wall: Wall, ask: Ask) -> None:
    assert ask("def f(): return 1").stopped is None
    first = zygote(wall)
    os.kill(first.process.pid, signal.SIGKILL)
    assert ask("def f(): return 2").seen["p"].value == 2
    assert HERD.get("numpy", wall) is not first


def test_a_zygote_that_dies_under_a_submission_is_replaced_and_the_submission_run_again(wall: Wall, ask: Ask) -> None:
    ask("def f(): return 1")
    first = zygote(wall)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(ask, "import time\ndef f():\n    time.sleep(1)\n    return 3")
        time.sleep(0.3)
        os.kill(first.process.pid, signal.SIGKILL)
        assert running.result().seen["p"].value == 3


def test_nothing_outlives_its_submission(wall: Wall, ask: Ask) -> None:
    ask("def f(): return 1")
    pid = zygote(wall).process.pid
    idle = len(descendants(pid))
    ask(
        "import os, time\ndef f():\n    try:\n        if os.fork() == 0:\n            os.setsid()\n            if os.fork() == 0: time.sleep(600)\n"
        "            os._exit(0)\n    except PermissionError: pass\n    import threading\n    threading.Thread(target=time.sleep, args=(600,)).start()"
    )
    until = time.monotonic() + 10
    while len(descendants(pid)) > idle + 1 and time.monotonic() < until:  # + 1: a child kept ready may have come up meanwhile
        time.sleep(0.01)
    assert len(descendants(pid)) <= idle + 1
    assert not [p for p in descendants(pid) if b"sleep" in Path(f"/proc/{p}/stat").read_bytes()]


def test_zygotes_end_when_told_and_leave_no_folder() -> None:
    zygote = herd.Zygote("bare", Wall.PROCESS)
    below = [zygote.process.pid, *descendants(zygote.process.pid)]
    assert zygote.folder is not None
    path = zygote.folder.path
    assert os.path.isdir(path)
    zygote.close()
    assert not os.path.exists(path)
    assert not any(os.path.exists(f"/proc/{p}") for p in below)


@pytest.mark.parametrize("whom", ["the service", "the outermost process of the box"])
def test_a_zygote_does_not_outlive_the_service(whom: str, wall: Wall) -> None:
    script = (
        "import sys, time\nfrom gradus.sandbox.herd import Zygote\nfrom gradus.vocabulary import Limits, Wall\n"
        f"z = Zygote('bare', Wall({wall.value!r}))\nz.prepare(Limits())\nprint(z.process.pid, z.folder.path if z.folder else '', flush=True)\ntime.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=settings.CHECKOUT) as service:
        assert service.stdout is not None
        number, _, folder = service.stdout.readline().strip().partition(" ")
        zygote = int(number)
        below = descendants(zygote)
        os.kill(service.pid if whom == "the service" else zygote, signal.SIGKILL)
        until = time.monotonic() + 20
        while (left := list(filter(runs, below))) and time.monotonic() < until:
            time.sleep(0.01)
        while whom == "the service" and folder and os.path.exists(folder) and time.monotonic() < until:
            time.sleep(0.01)
        assert whom != "the service" or not folder or not os.path.exists(folder), "a folder was left behind"
        service.kill()
    assert left == []


def test_descriptors_do_not_leak(ask: Ask) -> None:
    ask("def f(): return 1")
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(10):
        ask("def f(): return 1")
        ask("1/0")
    assert len(os.listdir("/proc/self/fd")) <= before


def test_probes_of_one_submission_share_state_and_submissions_do_not(ask: Ask) -> None:
    source = "import numpy\nnumpy.count = getattr(numpy, 'count', 0)\ndef f():\n    numpy.count += 1\n    return numpy.count"
    probes = {n: Probe("answer.f") for n in "ab"}
    for _ in range(2):
        assert [s.value for s in ask(source, probes=probes).seen.values()] == [1, 2]
