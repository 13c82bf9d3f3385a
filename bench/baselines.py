"""What a verdict is compared with: a bare warm fork, a cold python, a cold pytest, and other graders where they are installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from bench import cold_pytest
from gradus import settings
from gradus.vocabulary import Step

HERE = Path(__file__).parent
PEERS = {"otter": "otter-grader==7.0.0", "nbgrader": "nbgrader==0.9.6"}  # both BSD-3-Clause
CACHE = Path(os.environ.get("GRADUS_PEERS") or settings.CHECKOUT / ".cache" / "peers")


class Baselines:
    """One measured step's answer and checks as ordinary files, and every way to run them."""

    def __init__(self, step: Step, seed: int = 1) -> None:
        self.step = step
        self.held = tempfile.TemporaryDirectory()
        self.folder = Path(self.held.name)
        self.checks = cold_pytest.write(step, seed, self.folder)
        (self.folder / "plain.py").write_text((self.folder / "test_answer.py").read_text("utf-8") + PLAIN, "utf-8")
        library = "torch" if step.family == "torch" else "numpy"
        words = [str(settings.learner_python()), str(HERE / "bare_fork.py"), str(self.folder), library]
        self.fork = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ) | ONE_THREAD)
        assert self.fork.stdout is not None
        assert self.fork.stdout.readline() == "ready\n"

    def bare_fork(self) -> float:
        """Seconds of one bare warm fork."""
        assert self.fork.stdin is not None
        assert self.fork.stdout is not None
        self.fork.stdin.write("\n")
        self.fork.stdin.flush()
        return float(self.fork.stdout.readline()) / 1e3

    def cold_python(self) -> float:
        """Seconds of a cold python that runs the same checks as a script."""
        return self._run([str(settings.learner_python()), "plain.py"])

    def cold_pytest(self) -> float:
        """Seconds of a cold pytest in the learner's environment (pytest itself is borrowed from the service's)."""
        borrowed = sysconfig.get_paths()["purelib"]
        run = f"import sys; sys.path.append({borrowed!r}); sys.path.insert(0, '.'); import pytest; sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', 'test_answer.py']))"
        return self._run([str(settings.learner_python()), "-c", run])

    def peer(self, name: str) -> float | None:
        """Seconds of one grading by another grader; None where it is not installed."""
        python = CACHE / name / "bin" / "python"
        return _timed([str(python), str(HERE / "peers" / f"{name}_once.py"), str(self.folder)]) if python.exists() else None

    def _run(self, words: list[str]) -> float:
        begin = time.perf_counter()
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False, env=dict(os.environ) | ONE_THREAD)
        seconds = time.perf_counter() - begin
        assert done.returncode == 0, done.stdout + done.stderr
        return seconds

    def close(self) -> None:
        """End the warm process."""
        self.fork.kill()
        self.fork.wait()
        self.held.cleanup()


ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": ""}
PLAIN = """

for _name, _test in list(globals().items()):
    if _name.startswith("test_"):
        _test()
"""


def _timed(words: list[str]) -> float | None:
    """The driver of a peer prints its seconds as JSON, so that its own preparation is not counted."""
    path = f"{Path(words[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"  # they start programs of their own environment by name
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=dict(os.environ) | {"PYTHONPATH": "", "PATH": path})
    if done.returncode:
        print(f"a peer could not be measured: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    return float(json.loads(done.stdout.strip().splitlines()[-1])["seconds"])


def install_peers() -> None:
    """Each into an environment of its own; PyTorch is not installed, so they are measured on E1 alone."""
    for name, what in PEERS.items():
        folder = CACHE / name
        if not (folder / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(folder / "bin" / "pip"), "install", "-q", what, "numpy", "ipykernel"], check=True)
