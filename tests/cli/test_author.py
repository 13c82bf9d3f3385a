"""An author's day in a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Desk

STEP = "numbers/sums/sum-squares"


def test_check_is_content_with_a_sound_tree(desk: Desk) -> None:
    said = desk.ask("check")
    assert (said.code, said.out.startswith("No faults")) == (0, True)


def test_check_prints_file_line_and_remedy_and_fails(desk: Desk) -> None:
    (desk.tree / STEP / "notes.txt").write_text("x")
    said = desk.ask("check")
    assert said.code == 1
    assert "notes.txt:1: unknown-file: notes.txt is not a file" in said.out
    found = json.loads(desk.ask("check", "--json").out)
    assert [f["code"] for f in found] == ["unknown-file"]
    assert found[0]["line"] == 1
    assert desk.ask("check", "sum-products").code == 0


def test_check_of_a_sound_tree_as_json_is_an_empty_list(desk: Desk) -> None:
    assert json.loads(desk.ask("check", "--json").out) == []


def test_a_cycle_is_refused_by_check_and_the_learner_still_gets_a_step(desk: Desk) -> None:
    roadmap = desk.tree / "roadmap.yaml"
    roadmap.write_text(roadmap.read_text().replace("prerequisites: []", "prerequisites: [tables]"))
    assert "prerequisite-cycle" in desk.ask("check").out
    assert desk.ask("next").code == 0


def test_new_writes_a_step_once(desk: Desk) -> None:
    said = desk.ask("new", "count-later")
    assert said.code == 0
    assert (desk.tree / "numbers/tables/count-later/judge.py").exists()
    again = desk.ask("new", "count-later")
    assert again.code == 1
    assert "nothing was written" in again.err


def test_new_refuses_what_the_roadmap_does_not_know(desk: Desk) -> None:
    assert "no step of roadmap.yaml" in desk.ask("new", "sum-cubes").err


def test_prove_writes_the_lock_and_a_changed_step_is_out_of_it(desk: Desk) -> None:
    (desk.tree / "proofs.lock").unlink()
    assert desk.ask("prove", "--lock").code == 1
    said = desk.ask("prove", "sum-squares", "-j", "1", "--json")
    report = json.loads(said.out)
    assert said.code == 0, report
    assert (report["asked"], report["proven"]) == (1, 1)
    assert "sum-squares" in json.loads((desk.tree / "proofs.lock").read_text())
    judge = desk.tree / STEP / "judge.py"
    judge.write_text(judge.read_text() + "\n# more\n")
    assert "sum-squares is not proven as it stands" in desk.ask("prove", "--lock").out


def test_prove_does_not_try_a_step_with_findings(desk: Desk) -> None:
    (desk.tree / STEP / "lesson.md").write_text("# No task\n")
    said = desk.ask("prove", "sum-squares")
    assert said.code == 1
    assert "lesson-shape" in said.out
    assert "0 of 1 steps proven" in said.out


def test_prove_wants_to_know_what(desk: Desk) -> None:
    said = desk.ask("prove")
    assert said.code == 2
    assert "--changed" in said.err


def test_coverage_counts_as_text_markdown_and_json(desk: Desk, tmp_path: Path) -> None:
    assert json.loads(desk.ask("coverage", "--json").out)["tracks"]["numbers"] == {"planned": 4, "proven": 3}
    assert "3 of 4 steps" in desk.ask("coverage").out
    desk.ask("coverage", "--markdown", "--out", str(tmp_path / "coverage.md"))
    assert (tmp_path / "coverage.md").read_text().startswith("# Coverage")


@pytest.mark.parametrize("command", ["check", "prove"])
def test_an_unknown_step_is_a_sentence(command: str, desk: Desk) -> None:
    assert "no step of roadmap.yaml" in desk.ask(command, "sum-cubes").err
