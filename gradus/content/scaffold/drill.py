"""The scaffold of a drill: one template that asks for a product."""

from __future__ import annotations

import textwrap

from gradus.vocabulary import PlannedStep


def files(planned: PlannedStep, mistakes: list[str], alternatives: int) -> dict[str, str]:
    """Every file but step.toml."""
    names = [*mistakes, "TODO name mistake", "TODO name mistake", "TODO name mistake"][: max(3, len(mistakes))]
    wrong = "\n".join(
        f"            ({value}, {name!r}, {'TODO What was believed, why it looks right, where it breaks.'!r}),"
        for name, value in zip(names, ("a + b", "a - b", "a * b + a", "a * b - b", "-a * b", "a"), strict=False)
    )
    return {
        "lesson.md": _LESSON.replace("TITLE", planned.title).replace("TASK", textwrap.fill(planned.task, 100)),
        "drill.py": _DRILL.replace("TITLE", planned.title).replace("WRONG", wrong),
        "oracle.py": _ORACLE,
        "worked.py": _WORKED,
    }


_LESSON = """# TITLE

TODO Why it matters, in two sentences.

## The idea

TODO The idea.

## A worked example

TODO With numbers: $6 \\cdot 9 = 54$.

## The task

The roadmap says: TASK

TODO How answers are typed, their tolerance and units. Answer every question of a run; whole numbers are typed as digits.
"""

_DRILL = '''"""TITLE."""

import numpy as np

from gradus.drilling import Question, number


def product(rng: np.random.Generator) -> Question:
    """TODO What this template asks."""
    a, b = (int(x) for x in rng.choice(np.arange(3, 13), size=2, replace=False))
    return number(
        f"What is ${a} \\\\cdot {b}$?",
        a * b,
        [
WRONG
        ],
        f"${a} \\\\cdot {b} = {a * b}$.",
        a=a,
        b=b,
    )


TEMPLATES = [product]
RUN = 3
EXPECTED = {"product": {1: "56"}}  # TODO worked by hand for the question that seed 1 asks
'''

_ORACLE = '''"""TODO An independent answer to every template, by its name."""


def product(a, b):
    return sum(a for _ in range(b))
'''

_WORKED = '''"""TODO Every figure of the lesson, computed."""


def worked():
    """Two factors and their product."""
    a, b = 6, 9
    return [a, b, a * b]
'''
