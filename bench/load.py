"""Many submissions: verdicts a second on all cores, the wait as the record grows, memory, and what the judge worker itself costs."""

from __future__ import annotations

import os
import statistics
import threading
import time
from pathlib import Path

from bench.places import STEPS
from bench.waits import direct, quiet
from gradus import settings, study
from gradus.learner import Learner
from gradus.pool import EACH, POOL
from gradus.sandbox.held import held
from gradus.sandbox.herd import HERD
from gradus.vocabulary import Limits

SIZES = (1, 10, 100, 1000)


def throughput(learner: Learner, family: str, n: int) -> float:
    """Verdicts a second: `n` answers handed in by the door and judged, from the first hand-in to the last stored verdict."""
    step = study.open_step(learner, STEPS[family]).step
    study.prepare_ahead(learner, step.id)
    quiet()
    left, done, room = [n], threading.Event(), threading.Semaphore(EACH // 2)

    def judged(got: study.Judged | None) -> None:
        assert got is not None
        assert got.verdict["outcome"] == "accepted", got.verdict
        room.release()
        left[0] -= 1
        if not left[0]:
            done.set()

    seed = study.open_step(learner, step.id).seed
    begin = time.perf_counter()
    for i in range(n):
        room.acquire()
        files = {name: f"{text}\n# {family} {i} of {n} {begin} {seed}\n" for name, text in step.solution.items()}
        study.judge_soon(learner, study.hand_in(learner, step.id, files, source="web"), judged)
    assert done.wait(600)
    return n / (time.perf_counter() - begin)


def growth(learner: Learner, largest: int, runs: int = 15) -> dict[str, float]:
    """The median wait in ms with so many submissions in the record."""
    found, made = {}, 0
    for size in (s for s in SIZES if s <= largest):
        if size - made > runs:
            throughput(learner, "numpy", size - made - runs)
            made = size - runs
        waits = []
        for i in range(runs if size >= runs else 3):
            waits.append(direct(learner, STEPS["numpy"], f"growth {size} {i}"))
        made = max(made, size)
        found[str(size)] = round(1e3 * statistics.median(waits), 1)
    return found


def child_mb(family: str) -> dict[str, float]:
    """Private and shared memory of a child that waits for its answer, in MB, and of its zygote."""
    zygote = HERD.get(family, held().wall)
    child = zygote.spawn(Limits())
    child.receive()
    while child.pidfd < 0:
        child._take_life()
    pid = int(next(r for r in Path(f"/proc/self/fdinfo/{child.pidfd}").read_text().splitlines() if r.startswith("Pid:")).split()[1])
    found = rollup(pid)
    child.end()
    return found


def rollup(pid: int | str) -> dict[str, float]:
    sums: dict[str, float] = {}
    for row in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, _, size = row.partition(":")
        sums[name] = int(size.split()[0]) / 1024
    return {"private_mb": round(sums["Private_Dirty"] + sums["Private_Clean"], 1), "pss_mb": round(sums["Pss"], 1)}


def worker(learner: Learner, runs: int = 200) -> dict[str, float]:
    """What the judge worker costs: one order that needs no child there and back, its memory, and its start."""
    step = learner.step(STEPS["numpy"])
    study.prepare_ahead(learner, step.id)
    quiet()
    seed = study.open_step(learner, step.id).seed
    from gradus.pool import Asked

    times = []
    for i in range(runs):
        begin = time.perf_counter()
        POOL.verdict(f"bench {i}", Asked(step, None, seed, home=learner.home))
        times.append(time.perf_counter() - begin)
    lane = next(n for n in POOL.lanes if n.warm)
    assert lane.process is not None
    memory = rollup(lane.process.pid)
    begin = time.perf_counter()
    lane.start()
    return {
        "there_and_back_ms": round(1e3 * statistics.median(times), 2), "start_ms": round(1e3 * (time.perf_counter() - begin)),
        "memory_mb": memory["pss_mb"],
    }  # fmt: skip


def machine() -> str:
    """What it was measured on."""
    model = next((r.partition(":")[2].strip() for r in Path("/proc/cpuinfo").read_text().splitlines() if r.startswith("model name")), "")
    return f"{os.cpu_count()} cores ({model}), load {os.getloadavg()[0]:.1f}, learner's Python {settings.learner_python().name}"
