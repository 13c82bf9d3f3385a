"""From a save in an external editor to the verdict visible in the open page: the real server, the real box, a real browser.

`python -m bench.save` writes bench/results.json and the table in bench/README.md.  Needs Chromium, as the journeys do.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.results import keep

HERE = Path(__file__).parent
GOAL = 250  # milliseconds, median, for a light step


def measure(step: str, runs: int) -> dict[str, Any]:
    """One row, as web/e2e/save.mjs prints it."""
    command = [sys.executable, str(HERE.parent / "web" / "run.py"), f"save {step} {runs}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHON": sys.executable})
    found = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not found:
        sys.exit(f"The pages could not be measured: {(done.stderr or done.stdout)[-800:]}")
    row: dict[str, Any] = json.loads(found[-1])
    return row


def write(row: dict[str, Any]) -> None:
    """results.json (machines) and the line in README.md (people)."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    table = f"| step | saves | median (ms) | p90 | least | goal |\n|---|---:|---:|---:|---:|---:|\n| {row['step']} | {row['runs']} | **{row['median_ms']}** | {row['p90_ms']} | {row['least_ms']} | {GOAL} |\n\nMeasured on {machine}.\n"
    keep(HERE, "save", {**row, "goal_ms": GOAL, "machine": machine}, "save", table)


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--step", default="la-norms")
    options.add_argument("--runs", type=int, default=20)
    options.add_argument("--dry", action="store_true", help="print, write nothing")
    chosen = options.parse_args()
    row = measure(chosen.step, chosen.runs)
    print(row)
    if not chosen.dry:
        write(row)


if __name__ == "__main__":
    main()
