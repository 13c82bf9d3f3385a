"""A small drill with a question of every form, for tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from gradus.drilling import Drill, Question, choice, expression, matrix, number, order
from gradus.vocabulary import Level, Step

Template = Callable[[np.random.Generator], Question]
WORDS = "You believe something that is not so; look at the smallest case and count again."


def share(rng: np.random.Generator) -> Question:
    """A share in percent."""
    n = int(rng.integers(2, 30))
    wrong = [(n + 40.0, "Adds forty", WORDS), (n / 100, "Forgets the percent", WORDS), (100.0 - n, "Takes the rest", WORDS)]
    return number(f"Of 100, {n} are red. What share?", float(n), wrong, "Count.", unit="%", n=n)


def half(rng: np.random.Generator) -> Question:
    """Half of a number."""
    n = int(rng.integers(3, 50)) * 2 + 1
    return number(
        f"Half of {n}?",
        n / 2,
        [(n * 2.0, "Doubles", WORDS), (n / 4, "Quarters", WORDS), (n, "Keeps", WORDS)],
        "Halve.",
        also=(f"{n}/2",),
        n=n,
    )


def square(rng: np.random.Generator) -> Question:
    """The derivative of a square."""
    a = int(rng.integers(2, 60))
    wrong = [(f"{a}*x", "Forgets the two", WORDS), (f"{a}*x^2", "Keeps the function", WORDS), (f"{2 * a}", "Drops x", WORDS)]
    return expression(f"Differentiate ${a}x^2$.", f"{2 * a}*x", wrong, "Power rule.", names=("x",), a=a)


def turn(rng: np.random.Generator) -> Question:
    """A matrix from its columns."""
    a, b = int(rng.integers(2, 9)), int(rng.integers(10, 19))
    m = np.array([[a, b], [1, 0]])
    wrong = [(m.T, "Writes rows", WORDS), (m[:, ::-1], "Swaps columns", WORDS), (-m, "Turns signs", WORDS)]
    return matrix(f"Columns ({a}, 1) and ({b}, 0)?", m, wrong, "Columns.", a=a, b=b)


def colour(rng: np.random.Generator) -> Question:
    """A colour."""
    n = int(rng.integers(100))
    return choice(
        rng,
        f"Case {n}: which is green?",
        "grass",
        [("blood", "Sees red", WORDS), ("cloud", "Sees white", WORDS), ("raven", "Sees black", WORDS)],
        "Look.",
    )


def morning(rng: np.random.Generator) -> Question:
    """Things in order."""
    n = int(rng.integers(100))
    items = ["wake", "wash", "eat", "leave"]

    def valid(done: Any) -> bool:
        return done[0] == 0 and done[-1] == 3

    def blame(done: Any) -> int | None:
        return 0 if done[0] == 3 else 1 if done[-1] == 0 else None

    wrong = [([3, 0, 1, 2], "Leaves first", WORDS), ([1, 2, 3, 0], "Wakes last", WORDS), ([1, 0, 2, 3], "Washes asleep", WORDS)]
    return order(rng, f"Day {n}: order?", items, wrong, "Wake, then leave.", valid=valid, blame=blame)


ALL: tuple[Template, ...] = (share, half, square, turn, colour, morning)
EXPECTED: Mapping[str, Mapping[int, str]] = {}


def small(*templates: Template, run: int | None = None, **changes: Any) -> Step:
    """A step of these templates (none: of all)."""
    chosen = templates or ALL
    named = {t.__name__: t for t in chosen}
    drill = Drill(named, run or len(chosen), {n: {3: t(np.random.default_rng(3)).right} for n, t in named.items()})
    step = Step(
        "golden-drill", "Golden", "drill", Level.INTRO, 5, "c", "t", Path("/nowhere"), f"drill {sorted(named)} {run}", load=lambda: drill
    )
    return replace(step, **changes)
