"""A learner's day in a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RIGHT, WRONG, Desk


def test_gradus_alone_says_what_to_do_next_in_five_lines(desk: Desk) -> None:
    said = desk.ask()
    assert said.code == 0
    assert len(said.out.rstrip("\n").split("\n")) == 5
    assert "0 of 3 steps solved; 4 are on the roadmap" in said.out
    assert "gradus watch sum-squares" in said.out


def test_next_names_a_step_and_a_reason(desk: Desk) -> None:
    said = desk.ask("next")
    assert "A sum of squares" in said.out
    assert "gradus open sum-squares" in said.out


def test_open_writes_the_files_and_says_where(desk: Desk) -> None:
    said = desk.ask("open", "sum-squares")
    file = desk.home / "workspace" / "sum-squares" / "answer.py"
    assert said.code == 0
    assert str(file) in said.out
    assert "raise NotImplementedError" in file.read_text()


def test_open_never_overwrites(desk: Desk) -> None:
    desk.answer("mine = 1\n")
    desk.ask("open", "sum-squares")
    assert (desk.home / "workspace" / "sum-squares" / "answer.py").read_text() == "mine = 1\n"


def test_a_right_answer_is_accepted_with_exit_code_0_and_what_comes_next(desk: Desk) -> None:
    desk.answer(RIGHT)
    said = desk.ask("try", "sum-squares")
    assert said.code == 0
    assert "✓ A sum of squares" in said.out
    assert "All 2 checks pass." in said.out
    assert "Next: Products." in said.out


def test_a_wrong_answer_shows_the_call_both_values_the_mistake_and_how_to_replay(desk: Desk) -> None:
    desk.answer(WRONG)
    said = desk.ask("try", "sum-squares")
    assert said.code == 1
    for part in (
        "not yet",
        "1 of 2 checks pass",
        "call      sum_squares([",
        "yours",
        "expected",
        "mistake: Adds the numbers themselves",
        "leaves out the square",
    ):
        assert part in said.out
    assert "gradus replay 1 judges this again" in said.out


def test_the_starter_is_nothing_to_scold_about(desk: Desk) -> None:
    desk.ask("open", "sum-squares")
    said = desk.ask("try")
    assert said.code == 1
    assert "not written yet" in said.out
    assert "Nothing was counted" in said.out


@pytest.mark.parametrize(
    ("text", "words"),
    [("def sum_squares(numbers)\n    return 1\n", "nothing counted"), ("", "is empty"), ("def other():\n    pass\n", "sum_squares")],
)
def test_an_answer_that_cannot_be_read_gets_a_sentence(text: str, words: str, desk: Desk) -> None:
    desk.answer(text)
    said = desk.ask("try", "sum-squares")
    assert said.code == 1
    assert words in said.out


def test_what_an_answer_prints_or_returns_is_escaped(desk: Desk) -> None:
    desk.answer("def sum_squares(numbers):\n    print('[red]\\x1b]0;owned\\x07[/red]')\n    return '\\x1b[2J[bold]'\n")
    said = desk.ask("try", "sum-squares")
    assert "\x1b" not in said.out
    assert "\x07" not in said.out
    assert "[red]\\x1b]0;owned\\x07[/red]" in said.out
    assert "[bold]" in said.out


def test_try_takes_the_step_of_the_folder_you_are_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.answer(RIGHT)
    desk.answer("SELECT 1\n", "count-orders", "answer.sql")
    monkeypatch.chdir(desk.home / "workspace" / "sum-squares")
    assert "✓ A sum of squares" in desk.ask("try").out


def test_try_takes_the_step_that_was_saved_last(desk: Desk) -> None:
    desk.answer("SELECT name, 0 AS orders FROM customers\n", "count-orders", "answer.sql")
    desk.answer(WRONG)
    assert "A sum of squares" in desk.ask("try").out


def test_a_drill_is_answered_in_its_file(desk: Desk) -> None:
    desk.ask("open", "sum-products")
    file = desk.home / "workspace" / "sum-products" / "answers.toml"
    assert 'q1 = ""' in file.read_text()
    file.write_text(file.read_text().replace('q1 = ""', 'q1 = "-1"').replace('q2 = ""', 'q2 = "-1"'))
    said = desk.ask("try", "sum-products")
    assert said.code == 1
    assert "0 of 2 checks" in said.out or "1 of 2 checks" in said.out  # one check a question


def test_a_query_is_judged_on_both_engines(desk: Desk) -> None:
    desk.answer(
        "SELECT c.name, COUNT(*) AS orders FROM customers c LEFT JOIN orders o ON o.customer = c.id GROUP BY c.id, c.name\n",
        "count-orders",
        "answer.sql",
    )
    said = desk.ask("try", "count-orders")
    assert said.code == 1
    assert "Counts rows instead of orders" in said.out


def test_hints_come_one_at_a_time_with_a_run_between(desk: Desk) -> None:
    first = desk.ask("hint", "sum-squares")
    assert "1. Look at what happens" in first.out
    again = desk.ask("hint", "sum-squares")
    assert again.code == 2
    assert "after another run" in again.err
    desk.answer(WRONG)
    desk.ask("try", "sum-squares")
    assert "2. What is the square" in desk.ask("hint", "sum-squares").out


def test_reveal_asks_first_and_shows_the_solution(desk: Desk) -> None:
    said = desk.ask("reveal", "sum-squares", "--yes")
    assert said.code == 0
    assert "value * value" in said.out


def test_reset_keeps_what_was_there(desk: Desk) -> None:
    desk.answer(WRONG)
    said = desk.ask("reset", "sum-squares")
    assert "answer.py.1" in said.out
    assert (desk.home / "workspace" / "sum-squares" / "answer.py.1").read_text() == WRONG


def test_show_prints_the_lesson_with_formulas_for_letters(desk: Desk) -> None:
    said = desk.ask("show", "sum-squares")
    assert "s = Σᵢ xᵢ²" in said.out
    assert "The task" in said.out
    assert "value * value" not in said.out


def test_show_of_a_planned_step_says_what_it_is_to_be(desk: Desk) -> None:
    assert "planned" in desk.ask("show", "count-later").out


def test_progress_counts_what_was_solved(desk: Desk) -> None:
    desk.answer(RIGHT)
    desk.ask("try", "sum-squares")
    said = desk.ask("progress")
    assert "1 of 3 ready, 4 planned" in said.out
    assert "1 steps solved" in said.out or "1 step solved" in said.out
    assert "A sum of squares" in said.out


def test_find_looks_in_titles_and_lessons(desk: Desk) -> None:
    assert "sum-products" in desk.ask("find", "products").out
    assert desk.ask("find", "zebra").code == 1


def test_a_record_travels_to_another_home_and_twice_is_once(desk: Desk, tmp_path: Path) -> None:
    desk.answer(RIGHT)
    desk.ask("try", "sum-squares")
    file = tmp_path / "record.json"
    assert desk.ask("export", str(file)).code == 0
    other = ("--home", str(tmp_path / "other"))
    first = desk.ask(*other, "import", str(file))
    assert "Added 1 submissions" in first.out
    assert "Added 0 submissions, 0 facts" in desk.ask(*other, "import", str(file)).out
    assert "1 of 3 ready" in desk.ask(*other, "progress").out


def test_export_does_not_overwrite_and_prints_without_a_file(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("mine")
    said = desk.ask("export", str(tmp_path / "mine.json"))
    assert said.code == 2
    assert (tmp_path / "mine.json").read_text() == "mine"
    assert json.loads(desk.ask("export").out)["gradus"] == "export"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"gradus": "other"}'])
def test_import_of_something_else_is_refused_in_a_sentence(text: str, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text)
    said = desk.ask("import", str(tmp_path / "x.json"))
    assert said.code == 2
    assert "gradus export" in said.err


def test_replay_gives_the_same_verdict_and_report_one_file(desk: Desk, tmp_path: Path) -> None:
    desk.answer(WRONG)
    desk.ask("try", "sum-squares")
    again = desk.ask("replay", "1")
    assert again.code == 0
    assert "the same verdict" in again.out
    assert desk.ask("report", "1", str(tmp_path / "r.json")).code == 0
    bundle = json.loads((tmp_path / "r.json").read_text())
    assert bundle["step"] == "sum-squares"
    assert str(desk.home) not in (tmp_path / "r.json").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("open", "sum-cubes"), "There is no step sum-cubes"),
        (("open", "count-later"), "planned"),
        (("show", "sum-cubes"), "There is no step sum-cubes"),
        (("replay", "77"), "There is no submission 77"),
        (("report", "77"), "There is no submission 77"),
        (("import", "nowhere.json"), "cannot be read"),
        (("tyr",), "tyr"),
        (("try", "--loud"), "--loud"),
        (("up", "--port", "99999999"), "port"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_with_what_to_do_next(arguments: tuple[str, ...], words: str, desk: Desk) -> None:
    said = desk.ask(*arguments)
    assert said.code == 2
    assert words in said.err
    assert len(said.err.strip().split("\n")) >= 2
    assert "Traceback" not in said.err


def test_a_home_that_cannot_be_written_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = desk.ask("--home", str(tmp_path / "file"), "next")
    assert said.code == 2
    assert "Traceback" not in said.err


def test_a_curriculum_that_is_none_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "gradus check" in desk.ask("--curriculum", str(tmp_path / "empty"), "next").err
    assert "There is no folder" in desk.ask("--curriculum", str(tmp_path / "nowhere"), "next").err


def test_run_prints_what_the_answer_prints_and_judges_nothing(desk: Desk) -> None:
    desk.answer("def sum_squares(xs):\n    return sum(xs)\nprint('\\x1b[31mhere')\n")
    said = desk.ask("run", "sum-squares", "--then", "sum_squares([1, 2])")
    assert said.code == 0
    assert "\\x1b[31mhere" in said.out
    assert "\n3\n" in said.out
    assert "nothing was judged" in said.out
    assert desk.ask("progress").out.count("0 steps solved") == 1
    desk.answer("1 / 0\n")
    said = desk.ask("run", "sum-squares")
    assert said.code == 1
    assert "line 1: It raised ZeroDivisionError" in said.out
