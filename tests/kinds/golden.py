"""The golden cases of a kind: an answer, and what is to be said about it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from gradus.grade import grade
from gradus.judging import Miss, whole
from gradus.vocabulary import Answer, Outcome, Step, Verdict

FOLDER = Path(__file__).parents[1] / "golden"


def cases(kind: str) -> list[Path]:
    """The folders of a kind's cases."""
    return sorted(p for p in (FOLDER / kind).iterdir() if p.is_dir())


@whole
def picky(seen: Any, ideal: Any) -> Miss | None:
    """A check that raises."""
    raise ZeroDivisionError


def told(verdict: Verdict) -> str:
    """Everything that a verdict says, in one text."""
    counters = [c.counter for c in verdict.checks if c.counter]
    return " ".join([verdict.say, *(f"{c.say} {c.probe}" for c in counters), verdict.trace])


def holds(case: Path, step: Step, file: str) -> None:
    """Grade the case's answer and compare outcome, words, line and mistake."""
    expected = tomllib.loads((case / "expect.toml").read_text("utf-8"))
    if expected["outcome"] == "broken":
        judge = replace(step.load(), checks=(picky,))
        step = replace(step, load=lambda: judge, hash=f"{step.hash} broken")
    verdict = grade(step, Answer({file: (case / file).read_text("utf-8")}), 7)
    said = told(verdict)
    assert verdict.outcome == expected["outcome"], said
    for words in expected["says"]:
        assert words in said, said
    assert verdict.line == expected.get("line")
    named = verdict.mistake.id if verdict.mistake else None
    assert named == expected.get("mistake"), f"{named}: {said}"


def outcomes(kind: str) -> set[str]:
    """Which outcomes have a case."""
    return {tomllib.loads((c / "expect.toml").read_text("utf-8"))["outcome"] for c in cases(kind)}


EVERY = {str(o) for o in Outcome}
