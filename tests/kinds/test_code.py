"""A Python answer goes through the whole path and gets its outcome in the learner's terms, whatever it does."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gradus.grade import grade
from gradus.judging import Miss, call, close, each, whole
from gradus.kinds import code
from gradus.vocabulary import Answer, Judge, Level, Limits, Mistake, Outcome, Probe, Step, Verdict

GOLDEN = sorted(p for p in (Path(__file__).parents[1] / "golden" / "code").iterdir() if p.is_dir())
SOLUTION = "import numpy as np\n\n\ndef softmax(x):\n    e = np.exp(x - np.max(x))\n    return e / e.sum()\n"
NAIVE = SOLUTION.replace(" - np.max(x)", "")


def probes(seed: int) -> dict[str, Probe]:
    rng = np.random.default_rng(seed)
    drawn = {f"random {i}": call("softmax", rng.normal(size=4)) for i in range(3)}
    return {"even": call("softmax", np.zeros(2)), **drawn, "huge": call("softmax", np.array([1000.0, 0.0, 1000.0]))}


@each()
def sums_to_one(got: Any) -> Miss | None:
    """The weights sum to 1."""
    return close(np.sum(got), 1.0)


@each("even", "random")
def agrees(got: Any, ideal: Any) -> Miss | None:
    """Each weight is in proportion to the exponential."""
    return close(got, ideal)


@whole
def steady(seen: Any, ideal: Any) -> Miss | None:
    """Large values are weighted like small ones."""
    return close(seen["huge"], [0.5, 0.0, 0.5])


@each()
def picky(got: Any) -> Miss | None:
    """A check that raises."""
    raise ZeroDivisionError


JUDGE = Judge(probes, (sums_to_one, agrees, steady), {"even": [0.5, 0.5]})
STEP = Step(
    "golden-code", "Golden", "code", Level.INTRO, 5, "c", "t", Path("/nowhere"), "3" * 64, limits=Limits(seconds=2, memory_mb=256, printed_kb=1),
    options={"forbid": ["scipy.special.softmax"]},
    starter={code.FILE: "def softmax(x):\n    raise NotImplementedError\n"}, solution={code.FILE: SOLUTION},
    mistakes=(Mistake("overflows", "Overflows for large input", "The exponential of 1000 is no number.", {code.FILE: NAIVE}),),
    load=lambda: JUDGE,
)  # fmt: skip


def verdict(text: str, step: Step = STEP) -> Verdict:
    return grade(step, Answer({code.FILE: text}), 7)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda p: p.name)
def test_a_golden_answer_gets_its_outcome_and_its_words(case: Path) -> None:
    expected = tomllib.loads((case / "expect.toml").read_text("utf-8"))
    step = replace(STEP, load=lambda: replace(JUDGE, checks=(picky,)), hash="4" * 64) if expected["outcome"] == "broken" else STEP
    seen = verdict((case / "answer.py").read_text("utf-8"), step)
    said = " ".join([seen.say, *(f"{c.counter.say} {c.counter.called}" for c in seen.checks if c.counter)])
    assert seen.outcome == expected["outcome"], said
    assert len(seen.say.split()) <= 25
    for words in expected["says"]:
        assert words in said
    if "line" in expected:
        assert seen.line == expected["line"]
    assert (seen.mistake.id if seen.mistake else None) == expected.get("mistake")


def test_every_outcome_has_a_golden_case() -> None:
    told = {tomllib.loads((case / "expect.toml").read_text("utf-8"))["outcome"] for case in GOLDEN}
    assert told == {o.value for o in Outcome}


def test_an_honest_answer_is_accepted_after_each_of_them() -> None:
    for case in GOLDEN:
        verdict((case / "answer.py").read_text("utf-8"))
    assert verdict(SOLUTION).outcome is Outcome.ACCEPTED


def test_the_counter_example_is_the_smallest_failing_probe() -> None:
    seen = verdict("def softmax(x):\n    return x * 0\n")
    failed = next(c for c in seen.checks if c.counter)
    assert failed.counter is not None
    assert failed.counter.probe == "even"


def test_checks_that_could_not_be_asked_are_neither_right_nor_wrong() -> None:
    seen = verdict("def softmax(x):\n    return x[:1] if len(x) == 2 else x / sum(x)\n")
    by_name = {c.name: c.passed for c in seen.checks}
    assert by_name["form"] is False
    assert by_name["steady"] is None


def test_the_same_seed_gives_the_same_verdict() -> None:
    def plain(v: Verdict) -> Verdict:
        return replace(v, seconds=0, cpu_seconds=0)

    assert repr(plain(verdict(NAIVE))) == repr(plain(verdict(NAIVE)))  # as text: NaN is not equal to itself


def test_known_answers_hold_the_cheats_that_anybody_tries() -> None:
    cheats = {k.id for k in code.answers(STEP) if k.role == "cheat"}
    assert {"empty file", "exits at once", "returns None", "returns its input", "returns the value of 'even'"} <= cheats
