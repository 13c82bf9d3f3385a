"""The wait that a learner feels: from handing in to the verdict, through the real store and the real box, beside a cold pytest.

`python -m bench.grading` writes bench/results.json and the table in bench/README.md.  Wall times on a busy machine wander, so each figure is a median
and stands beside the baseline measured in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import cold_pytest
from gradus import study
from gradus.grade import prepare
from gradus.kinds import KINDS
from gradus.learner import Learner
from gradus.sandbox.run import close
from gradus.vocabulary import Answer, Step

HERE = Path(__file__).parent
STEPS = ("la-norms", "la-qr", "test-t-tests", "clu-kmeans", "att-scaled-dot-product", "tech-batch-layer-norm", "sql-inner-join")
BEGIN, END = "<!-- begin table: written by make bench -->", "<!-- end table -->"


def waits(learner: Learner, step: Step, runs: int) -> tuple[list[float], float, str]:
    """Seconds from handing in to the verdict for `runs` fresh submissions; the answer's own seconds in one run; the wall."""
    felt, own, wall = [], [], ""
    for i in range(runs + 1):
        seed = study.open_step(learner, step.id).seed
        prepare(step, seed)  # as the server does in the background while the learner writes
        mark = "--" if step.kind == "sql" else "#"
        files = {name: f"{text}\n{mark} run {i}\n" for name, text in step.solution.items()}
        start = time.perf_counter()
        judged = study.submit(learner, step.id, files, source="bench")
        felt.append(time.perf_counter() - start)
        seen = KINDS[step.kind].observe(step, Answer(files), seed)
        own.append(sum(s.seconds for s in seen.seen.values()))
        wall = str(seen.wall)
        assert "accepted" in str(judged), judged
    return felt[1:], statistics.median(own), wall  # the first run warms caches


def measure(runs: int, cold_runs: int) -> dict[str, Any]:
    """One row a step."""
    rows = {}
    with tempfile.TemporaryDirectory() as home:
        learner = study.open_home(Path(home))
        for name in STEPS:
            if name not in learner.roadmap.ready:
                print(f"{name} is not proven; left out")
                continue
            step = learner.roadmap.ready[name]
            felt, own, wall = waits(learner, step, runs)
            cold = statistics.median(cold_pytest.once(step) for _ in range(cold_runs)) if step.kind == "code" else None
            wait = statistics.median(felt)
            rows[name] = {
                "family": step.family if step.kind == "code" else step.kind,
                "wall": wall,
                "wait_ms": round(1e3 * wait, 1),
                "own_ms": round(1e3 * own, 1),
                "beyond_ms": round(1e3 * max(0.0, wait - own), 1),
                "p90_ms": round(1e3 * sorted(felt)[int(0.9 * len(felt))], 1),
                "cold_pytest_ms": None if cold is None else round(1e3 * cold),
                "ratio": None if cold is None else round(cold / wait, 1),
            }
            print(name, rows[name], flush=True)
    return rows


def table(rows: dict[str, Any]) -> str:
    """The rows as Markdown."""
    head = "| step | family | wall | wait, median (ms) | the answer's own part | beyond it | cold pytest | times faster |\n|---|---|---|---:|---:|---:|---:|---:|\n"
    dash = "–"
    return head + "".join(
        f"| {n} | {r['family']} | {r['wall']} | {r['wait_ms']} | {r['own_ms']} | **{r['beyond_ms']}** | {r['cold_pytest_ms'] or dash} | {r['ratio'] or dash} |\n"
        for n, r in rows.items()
    )


def write(rows: dict[str, Any]) -> None:
    """results.json (machines) and the table in README.md (people)."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=HERE, check=False).stdout.strip()
    file = HERE / "results.json"
    results = json.loads(file.read_text("utf-8")) if file.exists() else {}
    light = [r["beyond_ms"] for r in rows.values()]
    results["grading"] = {
        "steps": rows,
        "beyond_ms_median_worst": max(light, default=None),
        "baseline": "cold pytest of the same answer and probes, same run",
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}",
        "commit": commit,
    }
    file.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", "utf-8")
    readme = HERE / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    note = f"\n{table(rows)}\nMeasured on {results['grading']['machine']}.\n\n"
    readme.write_text(before + BEGIN + note + END + after, "utf-8")


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=30)
    options.add_argument("--cold-runs", type=int, default=3)
    options.add_argument("--dry", action="store_true", help="print, write nothing")
    chosen = options.parse_args()
    rows = measure(chosen.runs, chosen.cold_runs)
    close()
    if not chosen.dry:
        write(rows)


if __name__ == "__main__":
    main()
