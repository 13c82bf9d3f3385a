"""The proof of a drill names each fault that a template can have, and passes a sound one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from gradus.drilling import Drill, Question, choice, expression, number
from gradus.kinds import drill
from gradus.kinds.drill_proof import prove_drill
from gradus.vocabulary import Step
from tests.kinds.drill_step import WORDS, Template, half, morning, small, square

UNSTEADY = np.random.default_rng(0)


def changed(template: Template, **changes: Any) -> Template:
    """The template with fields of its questions changed."""

    def faulty(rng: np.random.Generator) -> Question:
        """Something else."""
        return replace(template(rng), **changes)

    return faulty


def first_wrong(template: Template, **changes: Any) -> Template:
    """The template with its first wrong answer changed."""

    def faulty(rng: np.random.Generator) -> Question:
        """Something else."""
        question = template(rng)
        return replace(question, wrong=(replace(question.wrong[0], **changes), *question.wrong[1:]))

    return faulty


def said(*templates: Template, **changes: Any) -> str:
    return "\n".join(prove_drill(small(*templates, **changes))[0])


def undocumented(rng: np.random.Generator) -> Question:
    return half(rng)


def right_among_wrong(rng: np.random.Generator) -> Question:
    """A wrong answer that is now and then right."""
    n = int(rng.integers(2, 40))
    return number(f"Twice {n}?", 2 * n, [(n * n, "Squares", WORDS), (n, "Keeps", WORDS), (n / 2, "Halves", WORDS)], "Double.", n=n)


def twins(rng: np.random.Generator) -> Question:
    """Two wrong answers that are now and then one."""
    n = int(rng.integers(2, 40))
    return number(f"Thrice {n}?", 3 * n, [(n * n / 2, "Squares", WORDS), (n, "Keeps", WORDS), (n / 2, "Halves", WORDS)], "Treble.", n=n)


def leaking(rng: np.random.Generator) -> Question:
    """Words with the answer in them."""
    n = int(rng.integers(100, 900))
    words = f"You should have added one, which gives {n + 1} in this case."
    return number(f"After {n}?", n + 1, [(n, "Stays", words), (n - 1, "Goes back", WORDS), (n + 2, "Skips", WORDS)], "Add.", n=n)


def unsteady(rng: np.random.Generator) -> Question:
    """Chance of its own."""
    return half(UNSTEADY)


def dull(rng: np.random.Generator) -> Question:
    """Always the same."""
    return half(np.random.default_rng(1))


def outside(rng: np.random.Generator) -> Question:
    """Defined nearly nowhere."""
    n = int(rng.integers(2, 99))
    wrong = [(f"{n}*x", "Drops the root", WORDS), ("x", "Drops all", WORDS), ("1", "Counts", WORDS)]
    return expression(f"Root of {n}?", f"{n}*sqrt(-x-50)", wrong, "Root.", names=("x",))


def longest(rng: np.random.Generator) -> Question:
    """A right option that stands out."""
    n = int(rng.integers(1000))
    wrong = [(f"no {n}", "Says no", WORDS), (f"not {n}", "Says not", WORDS), (f"never {n}", "Says never", WORDS)]
    return choice(rng, f"Is {n} a number?", f"yes, {n} is a number beyond any doubt", wrong, "It is.")


@pytest.mark.parametrize(
    ("template", "says"),
    [
        (undocumented, "no docstring"), (right_among_wrong, "(Squares) passes"), (twins, "equals another wrong one"), (leaking, "hold the right answer"),
        (unsteady, "gives two questions"), (dull, "different questions"), (outside, "has a value at only"), (longest, "the longest option is right in 100%"),
        (changed(half, wrong=()), "three are the least"), (changed(half, why=""), "`ask` or `why` is empty"), (changed(half, rtol=0.0, atol=0.0), "no tolerance"),
        (changed(half, also=("0",)), "`also` '0' does not pass"), (changed(half, right="two"), "cannot be read"), (first_wrong(half, words="Wrong."), "8 to 60"),
        (first_wrong(half, words="so " * 61), "8 to 60"), (first_wrong(half, name="Keeps"), "one name"), (first_wrong(square, answer="x + 2y"), "cannot be read"),
    ],
)  # fmt: skip
def test_each_fault_of_a_template_is_named(template: Template, says: str) -> None:
    assert says in said(template)


def test_a_template_that_raises_is_named_with_its_error() -> None:
    def breaks(rng: np.random.Generator) -> Question:
        """Breaks."""
        if rng.random() < 0.05:
            raise ZeroDivisionError("by zero")
        return half(rng)

    step = small(half)
    assert "ZeroDivisionError (by zero)" in "\n".join(prove_drill(replace(step, load=lambda: Drill({"breaks": breaks}, 1, {})))[0])


def test_a_sound_drill_has_no_problems() -> None:
    assert prove_drill(small(half, square, morning)) == ([], 0)


def expecting(expected: dict[str, dict[int, str]]) -> Step:
    return replace(small(half), load=lambda: Drill({"half": half}, 1, expected))


def test_literal_answers_are_asked_for_and_compared() -> None:
    right = half(np.random.default_rng(3)).right
    for expected, says in (
        ({}, "no literal answer for half"),
        ({"half": {3: "1000"}}, "is not right"),
        ({"half": {3: "a"}}, "cannot be read"),
        ({"half": {3: right}, "other": {1: "1"}}, "no template"),
    ):
        assert says in "\n".join(prove_drill(expecting(expected))[0])
    assert prove_drill(expecting({"half": {3: right}}))[0] == []


def test_a_run_that_blind_answers_pass_is_named() -> None:
    def coin(rng: np.random.Generator) -> Question:
        """One of four."""
        n = int(rng.integers(1000))
        return choice(rng, f"Case {n}?", "abc", [("abd", "D", WORDS), ("abe", "E", WORDS), ("abf", "F", WORDS)], "It is.")

    assert "passes" in said(coin)


def test_an_oracle_that_agrees_counts_its_answers_and_one_that_does_not_is_named() -> None:
    good = "def half(n):\n    return n / 2\n"
    assert drill.prove(small(half, oracle={"oracle.py": good})) == ([], 200)
    bad = "def half(n):\n    return n // 2\n"
    problems, _ = drill.prove(small(half, oracle={"oracle.py": bad}))
    assert "oracle half, seed 0: it answers" in problems[0]
