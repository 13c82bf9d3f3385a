"""How a verdict looks on a terminal."""

from __future__ import annotations

from typing import Any

import pytest
from rich.console import Console

from gradus.cli.terminal import THEME
from gradus.cli.verdict import WALLS, WORDS, rendered
from gradus.sandbox.held import SAY
from gradus.vocabulary import Outcome, Wall

COUNTER = {"probe": "random 3", "called": "f([1, 2])", "got": "3", "expected": "5", "say": "f([1, 2]): 3 is not 5.", "view": None}
BASE: dict[str, Any] = {
    "outcome": "rejected", "say": "1 of 3 checks pass: adds", "seed": 7, "wall": "box", "mistake": None, "advice": "Look again.", "line": None,
    "trace": "", "printed": "", "seconds": 0.5, "cpu_seconds": 0.4,
    "checks": [
        {"name": "a", "claim": "A holds.", "passed": True, "counter": None},
        {"name": "b", "claim": "B holds.", "passed": False, "counter": COUNTER},
        {"name": "c", "claim": "C holds.", "passed": False, "counter": COUNTER | {"called": "hidden()"}},
        {"name": "d", "claim": "D holds.", "passed": None, "counter": None},
    ],
}  # fmt: skip


def shown(verdict: dict[str, Any], beside: dict[str, Any] | None = None, width: int = 100) -> str:
    console = Console(width=width, theme=THEME, record=True, file=None, force_terminal=False, color_system=None)
    with console.capture() as out:
        console.print(rendered("A step", "a-step", 12, verdict, beside or {}))
    return out.get()


def test_the_first_failed_check_is_open_and_the_others_are_one_line_each() -> None:
    text = shown(BASE)
    assert "✓ A holds." in text
    assert "✗ B holds." in text
    assert "✗ C holds." in text
    assert "· D holds. (not looked at yet)" in text
    assert "call      f([1, 2])" in text
    assert "hidden()" not in text
    assert "so        3 is not 5." in text


def test_the_mistake_the_advice_and_the_replay_are_told() -> None:
    text = shown(BASE | {"mistake": {"id": "m", "name": "Adds", "words": "One line\nbroken by\nits author.\n\nA second paragraph."}})
    assert "mistake: Adds" in text
    assert "One line broken by its author." in text
    assert "next: Look again." in text
    assert "gradus replay 12 judges this again · seed 7 · 0.50 s · run in a box of its own" in text


def test_what_came_from_an_answer_cannot_command_the_terminal() -> None:
    bad = "\x1b[31m\x07\u202e[bold]"
    text = shown(
        BASE | {"say": bad, "trace": f"line\n{bad}", "printed": f"{bad}\n" * 30, "mistake": {"id": "m", "name": bad, "words": bad}}
    )
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "[bold]" in text
    assert "(the first 12 of 30 lines)" in text


def test_a_drill_is_told_question_by_question() -> None:
    marks = [
        {"id": "q1", "right": True, "given": "4", "words": "", "why": "$2 \\cdot 2 = 4$"},
        {"id": "q2", "right": False, "given": "5", "words": "**Adds.** You add.", "why": "It is 6."},
    ]
    text = shown(BASE | {"advice": "Run it by hand."}, {"drill": marks})
    assert "✓ q1: 4" in text
    assert "2 · 2 = 4" in text
    assert "✗ q2: 5" in text
    assert "Adds. You add." in text
    assert "new questions" in text
    assert "Run it by hand" not in text
    assert "B holds." not in text


def test_every_outcome_and_every_wall_has_its_words() -> None:
    assert set(WORDS) == {str(o) for o in Outcome}
    assert set(WALLS) == {str(w) for w in Wall}
    assert "our fault" in shown(BASE | {"outcome": "broken", "checks": []})


def test_a_narrow_terminal_loses_nothing() -> None:
    text = shown(BASE | {"checks": [BASE["checks"][1] | {"counter": COUNTER | {"got": "x" * 300}}]}, width=40)
    assert text.count("x") >= 300


@pytest.mark.parametrize("wall", [w for w in Wall if w is not Wall.BOX])
def test_a_level_below_the_box_is_explained_in_full(wall: Wall) -> None:
    assert SAY[wall] in shown(BASE | {"wall": str(wall)}, width=1000)
