"""Lessons and solutions taken apart: what counts as prose, as formula, as a telling line."""

from __future__ import annotations

from gradus.content.cycles import cycles
from gradus.content.docstring import name_and_words
from gradus.content.lessontext import formulas, prose, task, words_before_task
from gradus.content.solutiontext import runs, telling_lines, telling_runs


def test_code_is_blanked_and_keeps_its_place() -> None:
    text = "a `$x` b\n```\n$y\n```\nc $z$ \\$5"
    assert len(prose(text)) == len(text)
    assert prose(text).count("\n") == text.count("\n")
    assert [tex for _, tex in formulas(prose(text))] == ["z"]


def test_displayed_formulas_and_code_are_no_words() -> None:
    text = "# One two\n\nthree $x+y$ four\n\n$$a b c$$\n\n```\nno words\n```\n\n## The task\n\nmany more words here"
    assert words_before_task(text) == 5  # One two three (formula) four
    assert task(text).startswith("## The task")


def test_imports_signatures_comments_and_docstrings_tell_nothing() -> None:
    text = 'import numpy as np\n\n\ndef a_long_function(name):\n    """A long docstring of it."""\n    # a long comment about it\n    raise ValueError("a long message")\n    return   np.linalg.norm(name)  # why\n'
    assert telling_lines(text, ".py") == ["return np.linalg.norm(name)"]


def test_runs_need_three_words() -> None:
    assert list(runs("a ( ( ( b")) == []
    assert ("value", "*", "value", "for", "value") in telling_runs("def f(v):\n    return sum(value * value for value in v)\n", ".py")


def test_sql_comments_tell_nothing() -> None:
    assert telling_lines("-- SELECT a very long comment\nSELECT name, COUNT(*)\nFROM a_very_long_table_name\n", ".sql") == [
        "SELECT name, COUNT(*)"
    ]


def test_name_and_words_come_from_docstrings_of_every_sort() -> None:
    assert name_and_words('"""Name\n\nWords\nmore.\n"""\nx = 1\n', ".py") == ("Name", "Words\nmore.")
    assert name_and_words("# coding\n'''Name'''\n", ".py") == ("Name", "")
    assert name_and_words('r"""Na\\me\n\nw"""\n', ".py") == ("Na\\me", "w")
    assert name_and_words("x = 1\n", ".py") == ("", "")
    assert name_and_words("def broken(\n", ".py") == ("", "")
    assert name_and_words("-- Name\n-- words\nSELECT 1 -- no\n", ".sql") == ("Name", "words")


def test_every_closing_edge_is_found_and_nothing_else() -> None:
    assert list(cycles({"a": ["b"], "b": ["c"], "c": []})) == []
    assert list(cycles({"a": ["a"]})) == [("a", "a")]
    assert list(cycles({"a": ["b"], "b": ["c"], "c": ["a"]})) == [("a", "b", "c", "a")]
    diamond = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}
    assert list(cycles(diamond)) == []
    assert list(cycles({"a": ["gone"]})) == []


def test_a_long_chain_is_no_problem() -> None:
    chain = {str(i): [str(i + 1)] for i in range(5000)} | {"5000": []}
    assert list(cycles(chain)) == []
