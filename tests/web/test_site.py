"""The pages: their types, their pure logic, their budgets, their client, and what a learner does in a real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def run(*scripts: str) -> str:
    """npm scripts through web/run.py, which fetches a Node where there is none."""
    environment = {**os.environ, **({"CHROMIUM": CHROMIUM} if CHROMIUM else {})}
    done = subprocess.run(
        [sys.executable, str(ROOT / "web" / "run.py"), *scripts], capture_output=True, text=True, env=environment, timeout=2400, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
    return done.stdout


def test_types_and_accessibility_faults_the_compiler_sees() -> None:
    run("check")


def test_pure_logic() -> None:
    assert "passed" in run("test")


def test_pages_stay_within_their_budgets() -> None:
    assert "OVER" not in run("budgets")


def test_the_typed_client_is_what_the_server_says_of_itself() -> None:
    run("api --check")


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: install Debian's chromium, or name one in CHROMIUM")
def test_every_journey_on_a_real_server_in_a_real_browser() -> None:
    assert "FAIL" not in run("e2e")
