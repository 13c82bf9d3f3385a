"""Half an hour of answers, honest and hostile, through one pool: does it get slower, does it grow, is anything left behind?

`make soak` (SECONDS=60 for a short look) writes `soak` into bench/results.json, then runs the storm of bench/chaos.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import chaos as storm
from bench import load
from bench.chaos import HOSTILE, RIGHT, WRONG, below
from bench.places import STEPS, curriculum
from bench.results import keep
from gradus import condition, study
from gradus.learner import Learner

HERE = Path(__file__).parent


def round_of(learner: Learner, n: int) -> Iterator[tuple[str, float]]:
    """One round: a right and a wrong light answer, a right heavy one, and one hostile; (what, seconds)."""
    heavy = learner.step(STEPS["torch"]).solution["answer.py"]
    todo = [
        ("numpy", RIGHT, "accepted"),
        ("numpy", WRONG, "rejected"),
        ("torch", heavy, "accepted"),
        ("numpy", HOSTILE[n % len(HOSTILE)], ""),
    ]
    for family, text, want in todo:
        study.open_step(learner, STEPS[family])
        begin = time.perf_counter()
        body = study.submit(learner, STEPS[family], {"answer.py": f"{text}# {n}\n"}, source="web").verdict
        assert body["outcome"] == want if want else body["outcome"] != "accepted", (body["outcome"], body["say"], text)
        yield (f"{family} {want}" if want else f"hostile {n % len(HOSTILE)}"), time.perf_counter() - begin


def look() -> dict[str, float]:
    """What grows if something leaks: open files, processes below us, and the memory of all of them together."""
    all_of_us = [os.getpid(), *below(os.getpid())]
    pss = 0.0
    for pid in all_of_us:
        try:
            pss += load.rollup(pid)["pss_mb"]
        except (OSError, KeyError):
            continue
    return {"open_files": len(os.listdir("/proc/self/fd")), "processes": len(all_of_us), "pss_mb": round(pss)}


def compared(times: dict[str, list[float]]) -> dict[str, Any]:
    """Each kind of answer at the beginning and at the end, in ms; of hostile ones only the ratio, each attack beside itself."""
    found: dict[str, Any] = {}
    hostile = []
    for what, t in times.items():
        fifth = max(1, len(t) // 5)
        first, last = 1e3 * statistics.median(t[:fifth]), 1e3 * statistics.median(t[-fifth:])
        if not what.startswith("hostile"):
            found[what] = {"first_fifth_ms": round(first, 1), "last_fifth_ms": round(last, 1)}
        elif len(t) > 1:
            hostile.append(last / first)
    return found | ({"hostile": {"last_over_first": round(statistics.median(hostile), 2)}} if hostile else {})


def soak(seconds: float) -> dict[str, Any]:
    """Rounds until the time is over; the first fifth beside the last."""
    times: dict[str, list[float]] = {}
    looks: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as name:
        learner = study.open_home(Path(name) / "home", curriculum(Path(name)))
        end, n = time.monotonic() + seconds, 0
        while time.monotonic() < end or n < 10:
            for what, took in round_of(learner, n):
                times.setdefault(what, []).append(took)
            if n % 5 == 4:
                looks.append(look())
            n += 1
        condition.close()
        left = len(below(os.getpid()))
    return {
        "minutes": round(seconds / 60, 1),
        "submissions": 4 * n,
        "waits": compared(times),
        "first_look": looks[0],
        "last_look": looks[-1],
        "left_running": left,
    }


def write(found: dict[str, Any]) -> None:
    """results.json (machines) and a table in README.md (people)."""
    rows = ["| | at the beginning | at the end |", "|---|---:|---:|"]
    for what, wait in found["waits"].items():
        if "last_over_first" in wait:
            rows.append(f"| {what}, each attack beside itself (times) | 1 | {wait['last_over_first']} |")
        else:
            rows.append(f"| {what} (ms, median of a fifth) | {wait['first_fifth_ms']} | {wait['last_fifth_ms']} |")
    names = {"open_files": "open files of the service", "processes": "processes", "pss_mb": "memory of all of them (MB)"}
    rows += [f"| {what} | {found['first_look'][key]} | {found['last_look'][key]} |" for key, what in names.items()]
    end = f"{found['submissions']} submissions in {found['minutes']:g} minutes; {found['left_running']} processes left running. {found['machine']}."
    keep(HERE, "soak", found, "soak", "\n".join(rows) + f"\n\n{end}\n")


def main() -> None:
    """Soak, then the storm."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=1800.0)
    options.add_argument("--storm", type=int, default=1000, help="submissions of the storm; 0 leaves it out")
    options.add_argument("--dry", action="store_true", help="print, write nothing")
    chosen = options.parse_args()
    soaked = soak(chosen.seconds) | {"machine": load.machine()}
    print(json.dumps(soaked, indent=2), flush=True)
    if not chosen.dry:
        write(soaked)
    if chosen.storm:
        stormed = storm.chaos(chosen.storm, patience=3600.0)
        print(json.dumps(stormed, indent=2), flush=True)
        if not chosen.dry:
            storm.write(stormed)


if __name__ == "__main__":
    main()
