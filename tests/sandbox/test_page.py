"""docs/sandbox.md says what the tests and the self-check go by, and says what is not promised at the same length as what is."""

from __future__ import annotations

import re

import pytest

from gradus.sandbox.held import SAY
from gradus.vocabulary import Wall

from .table import PAGE, written


def test_the_tables_of_the_page_are_those_that_the_tests_go_by() -> None:
    page = PAGE.read_text("utf-8")
    assert page == written(page), "run python -m tests.sandbox.table"


def test_the_page_tells_what_the_learner_is_told() -> None:
    page = PAGE.read_text("utf-8")
    for wall, words in SAY.items():
        assert re.search(rf"^\| `{wall}` \|.*\| {re.escape(words)} \|$", page, re.M), f"docs/sandbox.md words {wall} in another way"


@pytest.mark.parametrize("wall", Wall)
def test_what_is_not_promised_stands_at_equal_length(wall: Wall) -> None:
    section = PAGE.read_text("utf-8").partition(f"### `{wall}`\n")[2].partition("\n#")[0]
    lengths = [len(part.split()) for part in re.split(r"\*\*(?:Not promised|Promised)\.\*\*", section)[1:]]
    assert len(lengths) == 2
    assert min(lengths) > 40
    assert max(lengths) <= 1.25 * min(lengths), lengths
