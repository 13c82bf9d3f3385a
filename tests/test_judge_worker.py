"""The judge worker: what is too expensive to compare ends the worker or its try, never the service, and blames what came back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gradus.grade import grade
from gradus.lane import Lane, order
from gradus.sandbox.held import held
from gradus.sandbox.run import close
from gradus.tries import Tries
from gradus.vocabulary import Answer, Step
from tests.small import RIGHT, STEP, at_home, curriculum, prove

CHECK = """

@each()
def is_made_for_this_test(got, ideal, probe):
    \"\"\"This check does what a very expensive value would make it do.\"\"\"
    {}
"""


def step(folder: Path, act: str) -> Step:
    """The step with one more check."""
    judge = curriculum(folder / "curriculum") / "basics" / "adding" / STEP / "judge.py"
    judge.write_text(judge.read_text() + CHECK.format(act))
    prove(folder / "curriculum")
    return at_home(folder).step(STEP)


def test_a_comparison_without_end_is_stopped_by_processor_time_and_the_next_is_judged(tmp_path: Path) -> None:
    lane = Lane()
    files = {"files": {"answer.py": RIGHT}, "earlier": {}}
    try:
        endless = order("judge", step(tmp_path / "a", "while True: pass"), 1, held().wall, None, allow=1, **files)
        body = lane.judge(endless, 5.0, Tries(None, ""))
        assert body["outcome"] == "exceeded"
        assert "too much to be compared" in body["say"]
        sound = order("judge", at_home(tmp_path / "b").step(STEP), 1, held().wall, None, **files)
        assert lane.judge(sound, 5.0, Tries(None, ""))["outcome"] == "accepted"
    finally:
        lane.end()


def test_a_comparison_without_bounds_on_memory_is_what_came_backs_fault_and_the_worker_lives(tmp_path: Path) -> None:
    lane = Lane()
    lane.start()
    assert lane.process is not None
    before = lane.process.pid
    try:
        huge = order(
            "judge", step(tmp_path, "return bytearray(8 << 30) and None"), 1, held().wall, None, files={"answer.py": RIGHT}, earlier={}
        )
        body = lane.judge(huge, 5.0, Tries(None, ""))
        assert body["outcome"] == "exceeded"
        assert lane.process.pid == before
    finally:
        lane.end()


def test_running_out_of_memory_while_comparing_is_not_broken(tmp_path: Path) -> None:
    made = step(tmp_path, "raise MemoryError")
    assert grade(made, Answer({"answer.py": RIGHT}), 1).outcome == "exceeded"
    close()


def test_a_worker_ends_when_the_service_does(tmp_path: Path) -> None:
    text = "from gradus.lane import Lane; import os; n = Lane(); n.start(); print(n.process.pid, flush=True); os._exit(0)"
    said = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    pid = int(said.stdout)
    for _ in range(200):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return
        except OSError:
            return
        subprocess.run(["sleep", "0.05"], check=True)
    raise AssertionError("the worker outlived its service")
