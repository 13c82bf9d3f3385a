"""The wait that a learner feels, from the request to the stored verdict, beside its limit and other ways to grade: `make bench`.

Writes bench/results.json and the tables of bench/README.md.  Wall times on a busy machine wander, so every figure is a median and stands beside the
baselines that were measured in the same rounds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import frames, load, waits
from bench.baselines import install_peers
from bench.places import STEPS, curriculum, serving
from bench.results import keep
from gradus import condition, settings, study
from gradus.learner import Learner

HERE = Path(__file__).parent
OWN = ("la-norms", "la-qr", "test-t-tests", "clu-kmeans", "att-scaled-dot-product", "tech-batch-layer-norm")


def measure(rounds: int, many: int, peers: bool, largest: int, own: int) -> dict[str, Any]:
    """All of it; prints each part as it is known."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        steps = curriculum(place)
        learner = study.open_home(place / "home", steps)
        with serving(place / "served", steps) as server:
            for family in STEPS:
                found[family] = waits.measure(server, learner, family, rounds, 5, peers)
                print(family, found[family], flush=True)
        for family in STEPS:
            found[family]["per_second"] = round(load.throughput(learner, family, many), 1)
            print(family, found[family]["per_second"], "a second", flush=True)
        found["child"] = {family: load.child_mb(family) for family in STEPS}
        found["worker"] = load.worker(learner)
        print(found["child"], found["worker"], flush=True)
        found["growth_ms"] = load.growth(study.open_home(place / "growing", steps), largest)
        print(found["growth_ms"], flush=True)
        found["steps"] = own_steps(place, own) if own else {}
        condition.close()
    found["wire"] = frames.fuzz(100_000)
    print(found["wire"], flush=True)
    return found


def own_steps(place: Path, runs: int) -> dict[str, Any]:
    """Some steps of the curriculum: the wait, and what of it the answer's own calls took by the judge's clock."""
    place = place / "own"
    place.mkdir()
    learner: Learner = study.open_home(place / "home", curriculum(place, settings.load().curriculum))
    rows = {}
    for id in OWN:
        if id not in learner.roadmap.ready:
            print(f"{id} is not there; left out")
            continue
        felt = [waits.direct(learner, id, f"own {i}") for i in range(-2, runs)][2:]
        rows[id] = {"family": learner.step(id).family, "wait_ms": round(1e3 * statistics.median(felt), 1)}
        print(id, rows[id], flush=True)
    return rows


def table(found: dict[str, Any]) -> str:
    """What people read."""
    rows = ["| | E1: numpy softmax, 8 checks | E2: torch causal attention, 6 checks |", "|---|---:|---:|"]

    def row(what: str, get: Any) -> None:
        cells = [get(found[family]) for family in STEPS]
        if any(c is not None for c in cells):
            rows.append(f"| {what} | " + " | ".join("–" if c is None else str(c) for c in cells) + " |")

    row("**from the request to the stored verdict, over HTTP, median (ms)**", lambda f: f"**{f['p50_ms']}**")
    row("its 95th percentile", lambda f: f["p95_ms"])
    names = {
        "direct": "the same without HTTP (`study.submit`)", "fork": "a bare warm fork, the limit", "python": "a cold `python`",
        "pytest": "a cold `pytest`", "otter": "Otter", "nbgrader": "nbgrader",
    }  # fmt: skip
    for name, what in names.items():
        row(f"{what} (ms)", lambda f, name=name: f["medians_ms"].get(name))
    row("**times faster than a cold `pytest`**", lambda f: f"**{f['times_cold_pytest']}**")
    row("times the limit", lambda f: f["times_limit"])
    row("verdicts a second, all cores", lambda f: f["per_second"])
    for key, what in (("private_mb", "private memory of a waiting child (MB)"), ("pss_mb", "its share of all memory (MB)")):
        rows.append(f"| {what} | " + " | ".join(str(found["child"][f][key]) for f in STEPS) + " |")
    grown = ", ".join(f"{n}: {ms} ms" for n, ms in found["growth_ms"].items())
    w, wire = found["worker"], found["wire"]
    more = [
        f"The wait (E1, without HTTP) by the number of submissions in the record: {grown}.",
        f"The judge worker: {w['there_and_back_ms']} ms for an order that needs no child, {w['memory_mb']} MB, {w['start_ms']} ms to start.",
        f"The decoder: of {wire['frames']} broken frames {wire['refused']} were refused, {wire['plain_data']} gave plain data, none anything else; the slowest took {wire['slowest_ms']} ms.",
        "Steps of the curriculum, without HTTP (ms): "
        + (", ".join(f"{i} {r['wait_ms']}" for i, r in found["steps"].items()) or "left out")
        + ".",
        f"{found['numpy']['runs']} rounds. Measured at commit {found['commit']} on {found['machine']}, behind the wall `{found['wall']}`.",
    ]
    return "\n".join(rows) + "\n\n" + "\n\n".join(more) + "\n"


def write(found: dict[str, Any]) -> None:
    """results.json (machines) and the tables in README.md (people)."""
    keep(HERE, "grading", found, "table", table(found))


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--many", type=int, default=400)
    options.add_argument("--largest", type=int, default=1000, help="how far the record grows")
    options.add_argument("--own", type=int, default=12, help="runs of each step of the curriculum; 0 leaves them out")
    options.add_argument("--peers", action="store_true", help="install nbgrader and Otter into environments of their own, and measure them")
    options.add_argument("--dry", action="store_true", help="print, write nothing")
    chosen = options.parse_args()
    if chosen.peers:
        install_peers()
    from gradus.sandbox.held import held

    began = time.time()
    found = measure(chosen.rounds, chosen.many, chosen.peers, chosen.largest, chosen.own)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=HERE, check=False).stdout.strip()
    found |= {
        "baseline": "a cold pytest of the same answer and checks in the learner's environment, measured in the same rounds",
        "limit": "a bare warm fork that runs the same checks", "machine": load.machine(), "wall": str(held().wall), "commit": commit,
        "minutes": round((time.time() - began) / 60, 1), "cores": os.cpu_count(),
    }  # fmt: skip
    if not chosen.dry:
        write(found)


if __name__ == "__main__":
    main()
