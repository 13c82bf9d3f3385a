"""The author's page: the folder as it stands, findings, known answers, and a mark that changes with every save."""

from __future__ import annotations

import time

import pytest

from gradus import authoring
from gradus.authoring import Table
from gradus.study import Learner, Refused
from tests.small import STEP


def settled(me: Learner) -> Table:
    """The table once its run has ended."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        table = authoring.look(me, STEP).table
        if table and not table.running:
            return table
        time.sleep(0.05)
    raise AssertionError("the known answers are still running")


def test_a_save_changes_the_mark_the_page_and_the_proof(me: Learner) -> None:
    before = authoring.look(me, STEP)
    assert before.step
    assert before.holds
    lesson = before.folder / "lesson.md"
    lesson.write_text(lesson.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    assert authoring.mark(me, STEP) != before.mark
    after = authoring.look(me, STEP)
    assert after.step
    assert "One more sentence." in after.step.lesson


def test_a_folder_that_cannot_be_served_says_why_and_runs_nothing(me: Learner) -> None:
    place = authoring.look(me, STEP).folder
    (place / "step.toml").write_text("kind = 'nothing'\n", "utf-8")
    seen = authoring.look(me, STEP)
    assert seen.step is None
    assert seen.findings
    with pytest.raises(Refused):
        authoring.start(me, STEP, whole=False)


def test_each_known_answer_is_run_once_and_one_that_is_not_caught_is_told(me: Learner) -> None:
    place = authoring.look(me, STEP).folder
    authoring.start(me, STEP, whole=False)
    table = settled(me)
    assert {line.role for line in table.lines} >= {"solution", "starter", "mistake"}
    assert all(line.ok for line in table.lines), table.lines
    wrong = next(iter(sorted((place / "mistakes").glob("*.py"))))
    words = wrong.read_text("utf-8").split('"""')[1]
    wrong.write_text(f'"""{words}"""\n\n' + (place / "solution.py").read_text("utf-8"), "utf-8")
    authoring.start(me, STEP, whole=False)
    told = [line for line in settled(me).lines if not line.ok]
    assert [(line.id, line.role) for line in told] == [(wrong.stem, "mistake")]
    assert "accepted" in told[0].say


def test_only_ids_of_the_roadmap_become_paths(me: Learner) -> None:
    for id in ("../../etc", "nowhere"):
        with pytest.raises(Refused):
            authoring.look(me, id)
