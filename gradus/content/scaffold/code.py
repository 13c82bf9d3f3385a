"""The scaffold of a code step: a function that adds squares, judged against a loop."""

from __future__ import annotations

import textwrap

from gradus.content.scaffold.slug import slug
from gradus.vocabulary import PlannedStep


def files(planned: PlannedStep, mistakes: list[str], alternatives: int) -> dict[str, str]:
    """Every file but step.toml."""
    f = planned.id.replace("-", "_")
    out = {name: text.replace("FUNCTION", f) for name, text in _FIXED.items()}
    out["lesson.md"] = _LESSON.replace("TITLE", planned.title).replace("FUNCTION", f).replace("TASK", textwrap.fill(planned.task, 100))
    out["judge.py"] = out["judge.py"].replace("TITLE", planned.title)
    for n, name in enumerate(mistakes):
        out[f"mistakes/{slug(name)}.py"] = (
            _MISTAKE.replace("NAME", name.replace('"""', "")).replace("FUNCTION", f).replace("OFF", str(n + 1))
        )
    for n in range(alternatives):
        out[f"alternatives/way_{n + 1}.py"] = _ALTERNATIVES[n % len(_ALTERNATIVES)].replace("FUNCTION", f)
    return out


_LESSON = """# TITLE

TODO Why it matters, in two sentences.

## The idea

TODO The idea, with a formula: $s = \\sum_i x_i^2$.

## A worked example

TODO With numbers: for $x = (1, 2, 3)$ the answer is $1 + 4 + 9 = 14$.

## The task

The roadmap says: TASK

TODO Every rule that is judged. Write `FUNCTION(numbers)`: it takes a list of numbers and returns the sum of their squares as a
number, `0` for an empty list, right to a relative error of `1e-9`.
"""

_FIXED = {
    "worked.py": '''"""TODO Every figure of the lesson, computed with the solution."""

from answer import FUNCTION


def worked():
    """The squares of three numbers, and their sum."""
    x = [1, 2, 3]
    return [x, [v**2 for v in x], FUNCTION(x)]
''',
    "starter.py": '''"""TODO What is to be written here."""


def FUNCTION(numbers):
    """The sum of the squares of a list of numbers."""
    raise NotImplementedError
''',
    "solution.py": '''"""TODO How it is done, and why so."""


def FUNCTION(numbers):
    """The sum of the squares of a list of numbers."""
    return sum(x * x for x in numbers)
''',
    "oracle.py": '''"""TODO An independent answer: another library, or a slow loop."""

import numpy as np


def FUNCTION(numbers):
    """The same by a dot product."""
    return float(np.dot(numbers, numbers)) if numbers else 0
''',
    "judge.py": '''"""TITLE."""

import numpy as np

from gradus.judging import call, close, each

EXPECTED = {"example": 14}  # TODO worked by hand or from a book, not from the solution


def PROBES(rng: np.random.Generator) -> dict:
    probes = {"example": call("FUNCTION", [1, 2, 3]), "empty": call("FUNCTION", [])}
    for i in range(40):
        probes[f"random {i}"] = call("FUNCTION", rng.normal(size=rng.integers(1, 20)).tolist())
    probes["large"] = call("FUNCTION", rng.normal(size=1000).tolist())
    return probes


@each()
def agrees(got, ideal, probe):
    """The result is the sum of the squares, to a relative error of 1e-9."""
    return close(got, ideal, rtol=1e-9)
''',
}

_MISTAKE = '''"""NAME

TODO What the code believes, why it looks right, where it breaks.
"""


def FUNCTION(numbers):
    total = OFF  # TODO what this mistake does
    for x in numbers:
        total += x**2
    return total
'''

_ALTERNATIVES = (
    '''"""A loop that adds up"""


def FUNCTION(numbers):
    total = 0.0
    for x in numbers:
        total += x**2
    return total
''',
    '''"""By NumPy, as an array of floats"""

import numpy as np


def FUNCTION(numbers):
    return np.square(np.asarray(numbers, dtype=float)).sum()
''',
    '''"""Summed exactly"""

import math


def FUNCTION(numbers):
    return math.fsum(x * x for x in numbers)
''',
    '''"""Halves first"""


def FUNCTION(numbers):
    if len(numbers) < 2:
        return numbers[0] ** 2 if len(numbers) else 0
    middle = len(numbers) // 2
    return FUNCTION(numbers[:middle]) + FUNCTION(numbers[middle:])
''',
)
