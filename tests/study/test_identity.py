"""A step's id is forever: renamed and retired steps, changed content, and homes older than all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradus import study, workspace
from gradus.study import Refused
from tests import small
from tests.small import DRILL, RIGHT, STEP
from tests.store.test_engine import old_home


def test_a_renamed_step_keeps_its_record_its_draft_and_its_acceptance(tmp_path: Path) -> None:
    me = small.at_home(tmp_path)
    study.submit(me, STEP, {"answer.py": RIGHT})
    study.open_step(me, STEP)
    (workspace.folder(me.home, STEP) / "answer.py").write_text(RIGHT)
    me.store.close()

    folder = small.curriculum(tmp_path / "later")
    (folder / "basics/adding/add-pair").rename(folder / "basics/adding/sum-of-two")
    for file in folder.rglob("*"):
        if file.suffix in {".yaml", ".toml"}:
            file.write_text(file.read_text().replace("add-pair", "sum-of-two"))
    small.curriculum(folder, renamed={"add-pair": "sum-of-two"})
    me = study.open_home(me.home, folder)
    assert study.overview(me).steps["sum-of-two"] == "solved"
    assert [s for s, _, _ in study.progress(me).solved] == ["sum-of-two"]
    study.open_step(me, "sum-of-two")
    assert (workspace.folder(me.home, "sum-of-two") / "answer.py").read_text() == RIGHT
    assert (workspace.folder(me.home, "add-pair") / "answer.py").read_text() == RIGHT
    assert study.open_step(me, "add-pair").step.id == "sum-of-two"  # an old link still leads there
    assert study.submit(me, "mean-list", {"answer.py": "def mean(v):\n    return sum(v) / len(v)\n"}).submission.earlier == {
        "sum-of-two": RIGHT
    }
    me.store.close()


def test_a_retired_step_stays_in_the_record_and_disturbs_nothing(tmp_path: Path) -> None:
    me = small.at_home(tmp_path)
    study.submit(me, STEP, {"answer.py": RIGHT})
    me.store.close()
    me = study.open_home(me.home, small.curriculum(tmp_path / "curriculum", renamed={STEP: "retired"}))
    assert study.progress(me).solved == ()
    assert [s["step"] for s in study.export(me)["submissions"]] == [STEP]
    with pytest.raises(Refused, match="retired"):
        study.open_step(me, STEP)
    me.store.close()


def test_a_changed_step_marks_a_solved_one_changed_and_never_lost(tmp_path: Path) -> None:
    me = small.at_home(tmp_path)
    study.submit(me, STEP, {"answer.py": RIGHT})
    before = study.progress(me).solved
    me.store.close()
    judge = tmp_path / "curriculum/basics/adding/add-pair/judge.py"
    judge.write_text(judge.read_text() + "\n# a new line\n")
    small.prove(tmp_path / "curriculum")
    me = study.open_home(me.home, tmp_path / "curriculum")
    seen = study.overview(me)
    assert seen.steps[STEP] == "changed"
    assert study.progress(me).solved == before
    assert [c.role for c in seen.cards if c.step.id == STEP] == ["review"]
    study.submit(me, STEP, {"answer.py": RIGHT})
    assert study.overview(me).steps[STEP] == "solved"
    me.store.close()


def test_a_home_of_the_oldest_revision_opens_with_its_history_under_new_names(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    old_home(f"sqlite:///{tmp_path / 'home/gradus.db'}")
    folder = small.curriculum(tmp_path / "curriculum", renamed={"add-pair": DRILL})
    me = study.open_home(tmp_path / "home", folder)
    assert study.overview(me).steps[DRILL] == "changed"  # accepted long ago, under another name and another content
    assert [s for s, _, _ in study.progress(me).solved] == [DRILL]
    assert study.judge_waiting(me) == [1, 3]
    assert len(study.export(me)["submissions"]) == 3
    me.store.close()
