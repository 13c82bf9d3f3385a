"""A run without a judge: what it prints and gives, where it stops, and that it leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradus import study
from gradus.study import Learner, Ran, Refused
from tests.small import DRILL, RIGHT, STEP, WRONG

FILE = "answer.py"


def run(me: Learner, text: str, then: str = "") -> Ran:
    return study.run(me, STEP, {FILE: text}, then)


def test_what_it_prints_and_what_the_last_line_gives_is_shown_and_nothing_is_put_on_record(me: Learner) -> None:
    before = study.open_step(me, STEP).seed
    ran = run(me, f"print('hello')\n{WRONG}", "x = 3\nadd(x, 4)")
    assert (ran.ended, ran.printed, ran.value) == (True, "hello\n", "12")
    made = study.export(me)
    assert (made["submissions"], made["evidence"]) == ([], [])
    assert study.open_step(me, STEP).seed == before
    assert study.overview(me).steps[STEP] == "ready"


def test_the_answer_runs_as_a_program(me: Learner) -> None:
    assert run(me, f"{RIGHT}\nif __name__ == '__main__':\n    print(add(1, 2))\n").printed == "3\n"


def test_without_a_text_it_runs_what_stands_in_the_workspace(me: Learner) -> None:
    (study.open_step(me, STEP).folder / FILE).write_text("print('from disk')\n")
    assert study.run(me, STEP).printed == "from disk\n"


def test_what_is_raised_names_the_line_of_the_answer_and_shows_the_learners_frames_only(me: Learner) -> None:
    ran = run(me, "def add(a, b):\n    return a / 0\n", "add(1, 2)")
    assert not ran.ended
    assert ran.say == "It raised ZeroDivisionError: division by zero."
    assert ran.line == 2
    assert "then.py" in ran.trace
    assert "probe" not in ran.trace


@pytest.mark.parametrize(("text", "then"), [("def add(:\n", ""), (RIGHT, "add(")])
def test_a_syntax_error_is_said_wherever_it_stands(me: Learner, text: str, then: str) -> None:
    ran = run(me, text, then)
    assert "SyntaxError" in ran.say
    assert (ran.line is None) is bool(then), "a line of the further lines is no line of the editor's"


def test_a_program_that_ends_itself_with_0_has_ended_and_with_another_number_has_not(me: Learner) -> None:
    assert run(me, "print(1)\nraise SystemExit\n").ended
    assert not run(me, "raise SystemExit(3)\n").ended


def test_control_characters_come_out_as_text(me: Learner) -> None:
    ran = run(me, "print('\\x1b[31mred\\u202e')\n", "'\\x1b'")
    assert "\x1b" not in ran.printed + (ran.value or "")
    assert "\\x1b[31mred\\u202e" in ran.printed


def test_a_picture_is_one_only_if_it_is_a_png(me: Learner) -> None:
    fake = "import sys, types\nm = types.ModuleType('p')\nclass F:\n    def savefig(self, f, **k): f.write(b'<svg onload=alert(1)>')\n"
    ran = run(me, fake + "m.get_fignums = lambda: [1]\nm.figure = lambda n: F()\nsys.modules['matplotlib.pyplot'] = m\n")
    assert ran.ended
    assert ran.pictures == ()


def test_an_empty_answer_and_a_binary_one_are_said_to_be_so(me: Learner) -> None:
    assert "is empty" in run(me, " ").say
    assert "UTF-8" in run(me, "\0").say


def test_a_drill_has_nothing_to_run_and_other_files_are_refused(me: Learner) -> None:
    for id, files in ((DRILL, None), (STEP, {"other.py": "1"})):
        with pytest.raises(Refused):
            study.run(me, id, files)


def test_a_query_runs_on_the_example_on_both_engines(tmp_path: Path) -> None:
    me = study.open_home(tmp_path)
    ran = study.run(me, "sql-inner-join", {"answer.sql": me.roadmap.steps["sql-inner-join"].solution["answer.sql"]})
    assert [t.name for t in ran.tables] == ["SQLite", "DuckDB"]
    assert ran.tables[0].rows
    assert not study.run(me, "sql-inner-join", {"answer.sql": "SELECT * FROM nowhere"}).ended
    me.store.close()
