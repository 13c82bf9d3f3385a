"""A step as one page, built or planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradus.content.read import read
from gradus.content.show import page
from tests.content.broken import CASES, whole


def test_a_built_step_shows_its_place_its_facts_and_its_lesson_but_no_solution(tmp_path: Path) -> None:
    text = page(read(whole(CASES, "sound", tmp_path / "tree")), "sum-squares")
    assert "Working with numbers › Adding up › step 1 of 2" in text
    assert "code, intro, 5 minutes" in text
    assert "not proven yet" in text
    assert "Repeats: sum-products (0.3)" in text
    assert "## The task" in text
    assert "value * value" not in text


def test_a_planned_step_shows_its_task_and_says_that_it_cannot_be_done_yet(tmp_path: Path) -> None:
    text = page(read(whole(CASES, "sound", tmp_path / "tree")), "count-later")
    assert "planned: it cannot be done yet" in text
    assert "To be written." in text
    assert "Needs: Adding up" in text


def test_an_unknown_id_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        page(read(whole(CASES, "sound", tmp_path / "tree")), "no-such-step")
