"""Interpreters started ahead: each serves once, the dead are replaced, and nothing is left when the service goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gradus import settings
from gradus.sandbox.conversation import observe
from gradus.sandbox.job import Job
from gradus.sandbox.prestarted import KEPT_READY, Prestarted
from gradus.sandbox.walls import Refused
from gradus.vocabulary import Limits, Observation, Outcome, Probe, Wall

from .test_herd import runs


@pytest.fixture(params=[Wall.FILTER, Wall.PROCESS], ids=str)
def workers(request: pytest.FixtureRequest) -> Iterator[Prestarted]:
    found = Prestarted("bare", request.param)
    yield found
    found.close()


def ask(workers: Prestarted, source: str, **limits: float) -> Observation:
    job = Job("bare", {"answer.py": source}, {"p": Probe("answer.f")}, Limits(**{"seconds": 20.0, **limits}), 1, ("answer",))  # type: ignore[arg-type]
    return observe(workers, job)


def test_each_serves_one_submission_and_the_next_gets_another(workers: Prestarted) -> None:
    source = "import os, sys\nsys.times = getattr(sys, 'times', 0) + 1\ndef f(): return os.getpid(), sys.times, os.listdir('.')"
    seen = [ask(workers, source).seen["p"].value for _ in range(3)]
    assert len({pid for pid, _, _ in seen}) == 3
    assert [rest for _, *rest in seen] == [[1, ["answer.py"]]] * 3


def test_as_many_wait_as_are_to_wait(workers: Prestarted) -> None:
    workers.prepare(Limits())
    workers.prepare(Limits())
    assert len(workers.waiting) == KEPT_READY


def test_one_that_died_while_it_waited_is_not_given_out(workers: Prestarted) -> None:
    first = workers.waiting[0]
    os.kill(first.process.pid, signal.SIGKILL)
    assert first.reported.wait(10)
    assert ask(workers, "def f(): return 7").seen["p"].value == 7


def test_a_limit_of_time_of_memory_and_of_disk_ends_it(workers: Prestarted) -> None:
    loop = ask(workers, "def f():\n    while True: pass", seconds=0.5)
    hoard = ask(workers, "def f(): return len(bytearray(1 << 33))", memory_mb=64)
    files = ask(
        workers, "import time\ndef f():\n    for i in range(20): open(str(i), 'wb').write(bytes(1 << 20))\n    time.sleep(9)", disk_mb=4
    )
    for seen, word in ((loop, "longer than"), (hoard, "memory"), (files, "to the disk")):
        assert seen.stopped is not None
        assert seen.stopped.outcome is Outcome.EXCEEDED
        assert word in seen.stopped.say


def test_its_folder_is_gone_when_it_has_served(workers: Prestarted) -> None:
    ask(workers, "import os\nos.makedirs('a/b')\nopen('a/b/c', 'w').close()\ndef f(): return 1")
    assert not [p for p in Path(workers.folder.path).rglob("c")]


def test_what_it_measures_of_an_end_is_its_own(workers: Prestarted) -> None:
    seen = ask(workers, "def f():\n    x = 0\n    for i in range(3_000_000): x += i\n    return x")
    assert 0.0 < seen.cpu_seconds < 60.0
    crash = ask(workers, "import os\ndef f(): os._exit(3)")
    assert crash.stopped is not None
    assert crash.stopped.outcome is Outcome.CRASHED


def test_a_library_that_is_not_there_is_named() -> None:
    """As where the learner environment was built by halves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADUS_LEARNER_PYTHON", sys.executable)
        with pytest.raises(Refused, match="torch"):
            Prestarted("torch", Wall.PROCESS)


@pytest.mark.parametrize("busy", [False, True], ids=["waiting", "at work"])
def test_none_outlives_the_service(busy: bool) -> None:
    work = "c = w.spawn(Limits())\n" if busy else ""
    script = (
        "import time\nfrom gradus.sandbox.prestarted import Prestarted\nfrom gradus.vocabulary import Limits, Wall\n"
        f"w = Prestarted('bare', Wall.PROCESS)\npids = [x.process.pid for x in w.waiting]\n{work}print(*pids, flush=True)\ntime.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=settings.CHECKOUT) as service:
        assert service.stdout is not None
        pids = [int(p) for p in service.stdout.readline().split()]
        assert pids
        service.kill()
        until = time.monotonic() + 20
        while (left := list(filter(runs, pids))) and time.monotonic() < until:
            time.sleep(0.01)
    assert left == []


def test_descriptors_do_not_leak(workers: Prestarted) -> None:
    ask(workers, "def f(): return 1")
    deadline = time.monotonic() + 10

    def settled() -> int:
        while any(not w.reported.is_set() for w in workers.out) and time.monotonic() < deadline:
            time.sleep(0.01)
        return len(os.listdir("/proc/self/fd"))

    before = settled()
    for _ in range(5):
        ask(workers, "def f(): return 1")
    time.sleep(0.2)
    assert settled() <= before + 2
