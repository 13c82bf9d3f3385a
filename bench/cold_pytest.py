"""The named baseline: the same answer and the same probes as an ordinary test file, judged by a cold `pytest`."""

from __future__ import annotations

import subprocess
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from gradus.ideals import ideal
from gradus.kinds import KINDS
from gradus.settings import learner_python
from gradus.vocabulary import Step, Tensor

HEAD = """import numpy as np
from numpy import array, float64, nan, inf
import answer


def same(got, want):
    if isinstance(want, (list, tuple, dict, str, type(None))) and not isinstance(want, (int, float)):
        return repr(got) == repr(want) or np.allclose(np.asarray(got, float), np.asarray(want, float), equal_nan=True)
    return np.allclose(np.asarray(got, float), np.asarray(want, float), equal_nan=True)

"""


def literal(value: Any) -> str:
    """A plain value as Python source."""
    match value:
        case Tensor():
            return f"__import__('torch').tensor({value.data.tolist()!r}, dtype=__import__('torch').{value.dtype})"
        case np.ndarray():
            return f"np.array({value.tolist()!r}, dtype={value.dtype.str!r}).reshape({value.shape!r})"
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case tuple():
            return f"({', '.join(map(literal, value))},)"
        case dict():
            return "{" + ", ".join(f"{k!r}: {literal(v)}" for k, v in value.items()) + "}"
        case _:
            return repr(value)


def write(step: Step, seed: int, folder: Path) -> int:
    """Put the solution and a test file with every direct call of the step's probes into `folder`; how many tests it holds."""
    (folder / "answer.py").write_text(step.solution["answer.py"], "utf-8")
    seen = ideal(step, seed).seen
    tests = []
    for i, (name, probe) in enumerate(KINDS[step.kind].judge(step).probes(seed).items()):
        if not probe.target.startswith("answer.") or seen[name].raised:
            continue
        arguments = ", ".join([*map(literal, probe.args), *(f"{k}={literal(v)}" for k, v in probe.kwargs.items())])
        tests.append(f"def test_{i}():\n    assert same(answer.{probe.target[7:]}({arguments}), {literal(seen[name].value)})\n")
    (folder / "test_answer.py").write_text(HEAD + "\n\n".join(tests), "utf-8")
    return len(tests)


def once(step: Step, seed: int = 1) -> float:
    """Seconds of one cold pytest run, in the learner's environment (pytest itself is borrowed from the service's)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(step, seed, folder)
        borrowed = sysconfig.get_paths()["purelib"]
        run = f"import sys; sys.path.append({borrowed!r}); sys.path.insert(0, '.'); import pytest; sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', 'test_answer.py']))"
        start = time.perf_counter()
        subprocess.run([str(learner_python()), "-c", run], cwd=folder, capture_output=True, check=False)
        return time.perf_counter() - start
