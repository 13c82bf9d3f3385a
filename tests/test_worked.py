"""The figures of the lessons are what their computation gives, and a figure that is not is told with its line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from gradus.content.layout import WORKED
from gradus.content.read import read
from gradus.vocabulary import Step
from gradus.worked import figures, untold

CURRICULUM = Path(__file__).resolve().parents[1] / "curriculum"
STEPS = read(CURRICULUM).steps
COMPUTED = [s for s in STEPS.values() if (s.folder / WORKED).is_file()]


@pytest.mark.parametrize("step", COMPUTED, ids=lambda s: s.id)
def test_every_figure_of_the_lesson_is_computed(step: Step) -> None:
    assert untold(step) == []


def test_of_the_worked_example_every_number_counts_and_elsewhere_those_with_a_point() -> None:
    lesson = "# T\n\nIn 2017, `x2` and $x_3^{4}$ cost 0.5 s.\n\n## A worked example\n\n12 of 1{,}280 or $6\\,144$, 1,000,000; see `f(7)`.\n\n## Then\n\n99\n\n## The task\n\n3.5\n"
    assert [said for _, said in figures(lesson)] == ["0.5", "12", "1{,}280", "6\\,144", "1,000,000"]


@pytest.fixture
def step(tmp_path: Path) -> Step:
    """One of the steps in a folder of its own, with a lesson of two figures."""
    source = STEPS["la-norms"]
    shutil.copytree(source.folder, tmp_path / "la-norms")
    (tmp_path / "la-norms" / WORKED).write_text("def worked():\n    return {'third': 1 / 3, 'share': 0.125}\n")
    return replace(
        source, folder=tmp_path / "la-norms", lesson="# T\n\n## A worked example\n\nA third is 0.333, the share\n12.5 %.\n\n## The task\n"
    )


def test_a_figure_may_be_rounded_and_may_be_told_in_per_cent(step: Step) -> None:
    assert untold(step) == []


@pytest.mark.parametrize(("right", "wrong", "line"), [("0.333", "0.334", 5), ("12.5", "12.6", 6)])
def test_a_false_figure_is_told_with_its_line(step: Step, right: str, wrong: str, line: int) -> None:
    (say,) = untold(replace(step, lesson=step.lesson.replace(right, wrong)))
    assert f"line {line} says {wrong}," in say


def test_a_computation_that_fails_says_why(step: Step) -> None:
    (step.folder / WORKED).write_text("def worked():\n    return 1 / 0\n")
    assert untold(step) == ["worked.py gives no figures: ZeroDivisionError: division by zero"]


def test_the_computation_is_no_part_of_what_is_proven(tmp_path: Path) -> None:
    shutil.copytree(CURRICULUM / "mathematics", tmp_path / "mathematics")
    shutil.copy(CURRICULUM / "roadmap.yaml", tmp_path)
    before = read(tmp_path).steps["la-norms"].hash
    (tmp_path / "mathematics" / "vectors-matrices" / "la-norms" / WORKED).write_text("def worked():\n    return []\n")
    after = read(tmp_path)
    assert after.steps["la-norms"].hash == before
    assert not [f for f in after.findings if WORKED in f.path]
