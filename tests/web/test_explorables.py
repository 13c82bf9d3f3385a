"""The interactive figures: one list of names in the web, the linter, the shelf, the page for authors and the lessons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gradus.content.rules.lesson_explorables import EXPLORABLES

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "web/src/explorables"
PAGE = (ROOT / "docs/explorables.md").read_text("utf-8")
ROWS = {name: steps for name, steps in re.findall(r"^\| `([a-z0-9-]+)` \|[^|]*\|([^|]*)\|$", PAGE, re.M)}


def test_the_linter_knows_exactly_the_figures_that_the_web_draws() -> None:
    assert {p.stem for p in FIGURES.glob("*.svelte")} == EXPLORABLES


def test_the_shelf_and_the_page_for_authors_list_each_figure_once() -> None:
    shelf = re.findall(r"\{ name: '([a-z0-9-]+)'", (FIGURES / "shelf.ts").read_text("utf-8"))
    assert sorted(shelf) == sorted(EXPLORABLES)
    assert list(ROWS) == shelf, "docs/explorables.md has another order or other names than shelf.ts"


def test_the_page_for_authors_says_in_which_steps_a_figure_stands() -> None:
    stands: dict[str, set[str]] = {name: set() for name in EXPLORABLES}
    for lesson in (ROOT / "curriculum").rglob("lesson.md"):
        for name in re.findall(r"^::: explorable ([a-z0-9-]+)$", lesson.read_text("utf-8"), re.M):
            stands[name].add(lesson.parent.name)
    for name, steps in ROWS.items():
        assert set(re.findall(r"`([a-z0-9-]+)`", steps)) == stands[name], f"docs/explorables.md says another place for {name}"


@pytest.mark.parametrize("name", sorted(EXPLORABLES))
def test_a_figure_asks_first_has_words_for_its_picture_and_no_markup_that_the_content_policy_forbids(name: str) -> None:
    text = (FIGURES / f"{name}.svelte").read_text("utf-8")
    assert re.search(r"^  ask=\{\{ ?$|^  ask=\{\{ question:", text, re.M), "it shows before it asks"
    assert len(re.search(r'^  alt="([^"]+)"', text, re.M)[1]) > 120  # type: ignore[index]
    assert re.search(r"^  says=", text, re.M)
    assert not re.search(r'\sstyle="', text), "a style attribute in a template is blocked; use style:name={...}"
    assert "{@html" not in text
