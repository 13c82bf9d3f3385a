"""Ctrl C while an answer is judged."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time

from tests.cli.conftest import RIGHT, Desk, environment


def test_ctrl_c_during_a_run_ends_it_for_good_and_counts_nothing(desk: Desk) -> None:
    desk.ask("open", "sum-squares")
    desk.answer("while True:\n    pass\n" + RIGHT)
    command = [sys.executable, "-m", "gradus", "--home", str(desk.home), "--curriculum", str(desk.tree)]
    process = subprocess.Popen([*command, "try", "sum-squares"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment())
    while not (tries := list(desk.home.glob("tries/*"))) and process.poll() is None:
        time.sleep(0.05)
    assert tries, process.communicate()[0]  # it runs
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode not in (0, 1)  # neither accepted nor rejected
    exported = subprocess.run([*command, "export"], capture_output=True, text=True, env=environment(), check=False).stdout
    record = json.loads(exported)
    assert [s["verdict"]["body"]["say"] for s in record["submissions"]] == ["You stopped this run."]  # so nobody takes it up again
    assert record["evidence"] == []
