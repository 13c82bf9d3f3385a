"""Every lint rule: it says what it must about a tree that breaks it, and nothing about a sound one."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradus.content import rules
from gradus.content.check import check
from gradus.content.read import read
from gradus.content.rules import kind_facts
from tests.content.broken import CASES, whole

NAMES = sorted(p.name for p in CASES.iterdir() if p.is_dir() and p.name != "sound")


def said(tree: Path) -> list[str]:
    return [str(f).replace(f"{tree}/", "") for f in check(tree)]


def test_the_sound_tree_has_no_finding(tmp_path: Path) -> None:
    assert said(whole(CASES, "sound", tmp_path / "tree")) == []


@pytest.mark.parametrize("case", NAMES)
def test_a_broken_tree_gets_exactly_the_findings_that_are_written_down(case: str, tmp_path: Path) -> None:
    tree = whole(CASES, case, tmp_path / "tree")
    assert said(tree) == (CASES / case / "expected.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", NAMES)
def test_a_broken_tree_can_still_be_read_and_its_other_steps_are_served(case: str, tmp_path: Path) -> None:
    tree = whole(CASES, case, tmp_path / "tree")
    roadmap = read(tree)
    blamed = {part for f in check(tree) for part in Path(f.path).parts}
    sound = {s for s in ("sum-squares", "sum-products", "count-orders") if s in roadmap.planned and s not in blamed}
    missing = {p.name for p in (tree / "numbers").glob("*/*")} if (tree / "numbers").is_dir() else set()
    assert sound & missing <= set(roadmap.steps)


def test_every_rule_is_broken_by_a_case_and_every_finding_has_a_remedy() -> None:
    lines = [line for case in NAMES for line in (CASES / case / "expected.txt").read_text("utf-8").splitlines()]
    codes = {line.split(": ", 2)[1] for line in lines}
    for module in (*rules.OF_TREE, *rules.PLACE, *rules.INSIDE, *rules.FIT):
        assert module.CODE in codes, f"no case in tests/broken_curriculum breaks {module.__name__}"
    assert {"python-syntax", "sql-syntax"} <= codes, f"no case breaks {kind_facts.__name__}"
    verbs = {
        "add", "call", "close", "correct", "cut", "draw", "drop", "end", "give", "leave", "mend", "move", "name", "put", "remove", "save",
        "say", "shorten", "sign", "take", "write", "words",
    }  # fmt: skip
    for line in lines:
        remedy = line.split(": ", 2)[2].lower().replace(";", " ").replace(",", " ")
        assert verbs & set(remedy.split()), f"no remedy in: {line}"


def test_the_rules_are_all_in_the_lists() -> None:
    files = {p.stem for p in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    listed = {m.__name__.rsplit(".", 1)[1] for m in (*rules.OF_TREE, *rules.PLACE, *rules.INSIDE, *rules.FIT, kind_facts)}
    assert files == listed


def test_checking_one_step_says_nothing_about_the_others(tmp_path: Path) -> None:
    tree = whole(CASES, "unknown_file", tmp_path / "tree")
    assert check(tree, {"sum-products"}) == ()
    assert [f.code for f in check(tree, {"sum-squares"})] == ["unknown-file"]
