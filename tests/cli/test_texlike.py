"""Formulas for a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradus.cli.texlike import readable, tex
from gradus.content.read import read

FOLDER = Path(__file__).resolve().parents[2] / "curriculum"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("x_i^2", "xᵢ²"),
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"\frac12", "1/2"),
        (r"\sqrt{\sum_{i} x_i^2}", "√(Σᵢ xᵢ²)"),
        (r"\alpha \le \beta", "α ≤ β"),
        (r"A^\top A", "Aᵀ A"),
        (r"e^{-\lambda t}", "e^(-λ t)"),
        (r"\mathbb{R}^{n}", "ℝⁿ"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "[ 1  2 ; 3  4 ]"),
        (r"\left(\frac{1}{n}\right)", "(1/n)"),
        (r"\operatorname{softmax}(z)", "softmax(z)"),
        (r"\unknownmacro{x}", r"\unknownmacro{x}"),
    ],
)
def test_a_formula_becomes_letters(formula: str, text: str) -> None:
    assert " ".join(tex(formula).split()) == " ".join(text.split())


def test_code_and_money_are_left_alone() -> None:
    assert readable("`$x_i$` costs \\$5 and $x_i$") == "`$x_i$` costs $5 and xᵢ"


def test_every_lesson_can_be_made_readable_with_hardly_any_tex_left() -> None:
    for step in read(FOLDER).steps.values():
        text = readable(step.lesson)
        assert len(text) > 200, step.id
        assert text.count("\\frac") == 0, step.id


def test_a_figure_is_its_caption_and_the_place_where_it_moves() -> None:
    page = readable("Before.\n\n::: explorable kmeans\nTwo half-steps with $k = 3$ centres.\n:::\n\nAfter.\n")
    assert "> Figure: Two half-steps with k = 3 centres. (In the browser: `gradus up`, then /figures/kmeans.)" in page
    assert ":::" not in page
    assert page.index("Before.") < page.index("Figure") < page.index("After.")


def test_no_lesson_shows_a_figure_as_raw_colons_in_the_terminal() -> None:
    for lesson in FOLDER.rglob("lesson.md"):
        assert "::: explorable" not in readable(lesson.read_text("utf-8")), lesson
