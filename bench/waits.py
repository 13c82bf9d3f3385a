"""How long a verdict takes, beside its baselines: one round measures all of them once, so that ratios are taken pair by pair."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from bench.baselines import PEERS, Baselines
from bench.places import STEPS, Server
from gradus import study
from gradus.learner import Learner
from gradus.pool import POOL

Times = dict[str, list[float]]


def quiet() -> None:
    """Until the pool of this process has nothing to do."""
    while POOL.waiting():
        time.sleep(0.002)


def direct(learner: Learner, id: str, mark: object) -> float:
    """Seconds from handing in to the stored verdict, through `study.submit`; the step was opened before, as a learner does."""
    step = study.open_step(learner, id).step
    study.prepare_ahead(learner, id)
    quiet()
    time.sleep(0.03)
    files = {name: f"{text}\n# {mark}\n" for name, text in step.solution.items()}
    begin = time.perf_counter()
    judged = study.submit(learner, id, files, source="web")
    seconds = time.perf_counter() - begin
    assert judged.verdict["outcome"] == "accepted", judged.verdict
    return seconds


def over_http(server: Server, learner: Learner, id: str, mark: object) -> float:
    """The same through a server: from the request to the event that carries the verdict."""
    _, page = server.ask("GET", f"/api/steps/{id}")
    time.sleep(0.25)  # the learner reads; the ideals are observed meanwhile
    files = {name: f"{text}\n# {mark} over http\n" for name, text in learner.step(id).solution.items()}
    begin = time.perf_counter()
    _, outcome = server.submit(id, files)
    seconds = time.perf_counter() - begin
    assert outcome == "accepted", (outcome, page)
    return seconds


def measure(server: Server, learner: Learner, family: str, rounds: int, every: int, peers: bool) -> dict[str, Any]:
    """One of the two steps: the figures of bench/results.json."""
    id = STEPS[family]
    base = Baselines(learner.step(id))
    times: Times = {}

    def take(name: str, act: Callable[[], float | None]) -> None:
        if (seconds := act()) is not None:
            times.setdefault(name, []).append(seconds)

    try:
        for i in range(-3, rounds):
            if i == 0:
                times.clear()  # what was measured while everything warmed up
            take("http", partial(over_http, server, learner, id, i))
            take("direct", partial(direct, learner, id, i))
            take("fork", base.bare_fork)
            if i % every == 0:
                take("python", base.cold_python)
                take("pytest", base.cold_pytest)
        for name in PEERS if peers and family == "numpy" else ():
            for _ in range(3 if rounds > 10 else 1):
                take(name, partial(base.peer, name))
    finally:
        base.close()
    return figures(times) | {"checks": base.checks}


def figures(times: Times) -> dict[str, Any]:
    """Medians in ms, and ratios pair by pair: each baseline's run with the verdict of its own round."""
    wait = times["http"]
    each = {name: round(1e3 * statistics.median(t), 1) for name, t in times.items()}
    pairs = [f / w for w, f in zip(wait, times["fork"], strict=True)]
    step = max(1, len(wait) // len(times["pytest"]))
    cold = [c / w for c, w in zip(times["pytest"], wait[::step], strict=False)]
    return {
        "p50_ms": each["http"],
        "p95_ms": round(1e3 * sorted(wait)[int(0.95 * (len(wait) - 1))], 1),
        "times_cold_pytest": round(statistics.median(cold), 1),
        "times_limit": round(1 / statistics.median(pairs), 2),
        "medians_ms": each,
        "runs": len(wait),
    }
