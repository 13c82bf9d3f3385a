"""A step asked afresh: its own seed and folder, judged for real, and what of it becomes evidence."""

from __future__ import annotations

import pytest

from gradus import asking, study, trial, workspace
from gradus.asking import Asked
from gradus.kinds import KINDS, drill
from gradus.study import Learner, Refused
from tests.small import DRILL, RIGHT, STEP, WRONG

OLD = "def add(a, b):\n    return sum([a, b])\n"


def solved(me: Learner) -> None:
    assert study.submit(me, STEP, {"answer.py": OLD}).verdict["outcome"] == "accepted"


def reviewed(me: Learner, text: str, what: Asked) -> str:
    return str(study.judge(me, asking.hand_in(me, what.id, {"answer.py": text})).verdict["outcome"])


def test_a_review_opens_the_starter_and_leaves_the_old_answer_alone(me: Learner) -> None:
    study.open_step(me, STEP)
    path = workspace.folder(me.home, STEP) / "answer.py"
    path.write_text(OLD)
    solved(me)
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    place = asking.lay_out(me, what)
    assert place == me.home / "reviews" / str(what.id)
    assert (place / "answer.py").read_text() == me.step(STEP).starter["answer.py"]
    assert path.read_text() == OLD
    assert reviewed(me, RIGHT, what) == "accepted"
    assert path.read_text() == OLD


def test_each_run_of_a_review_is_on_another_seed_and_none_is_that_of_the_step(me: Learner) -> None:
    solved(me)
    waiting = study.open_step(me, STEP).seed
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    assert reviewed(me, WRONG, what) == "rejected"
    assert reviewed(me, "def add(a, b:", what) == "malformed"
    assert reviewed(me, RIGHT, what) == "accepted"
    seeds = [r.seed for r in asking.asked(me, what.id).runs]
    assert seeds[1] == seeds[2]  # what could not be read is asked again as it was
    assert len({waiting, *seeds}) == 3
    assert study.open_step(me, STEP).seed == waiting


def test_a_review_that_passed_is_over_and_takes_nothing_more(me: Learner) -> None:
    solved(me)
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    reviewed(me, RIGHT, what)
    assert asking.asked(me, what.id).ended == "accepted"
    for act in (
        lambda: asking.hand_in(me, what.id, {"answer.py": RIGHT}),
        lambda: asking.give_up(me, what.id),
        lambda: asking.hint(me, what.id),
    ):
        with pytest.raises(Refused, match="over"):
            act()


def test_a_hint_in_a_review_is_the_first_rung_again_and_climbs_none_of_the_steps_own_ladder(me: Learner) -> None:
    study.hint(me, STEP)
    solved(me)
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    assert asking.hint(me, what.id).hints == me.step(STEP).hints[:1]
    with pytest.raises(Refused, match="another run"):
        asking.hint(me, what.id)
    reviewed(me, WRONG, what)
    assert asking.hint(me, what.id).hints == me.step(STEP).hints[:2]
    assert study.hints(me, STEP).shown == me.step(STEP).hints[:1]


def test_giving_up_shows_the_solution_and_leaves_the_step_solved(me: Learner) -> None:
    solved(me)
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    assert asking.give_up(me, what.id) == me.step(STEP).solution
    assert asking.asked(me, what.id).ended == "gave_up"
    assert str(study.overview(me).steps[STEP]) == "solved"


def test_an_answer_that_lies_on_disk_is_taken_when_none_is_given(me: Learner) -> None:
    solved(me)
    what = asking.begin(me, me.step(STEP), trial.REVIEW)
    (asking.lay_out(me, what) / "answer.py").write_text(RIGHT)
    assert study.judge(me, asking.hand_in(me, what.id)).verdict["outcome"] == "accepted"


def test_a_wrong_answer_to_find_ones_place_is_no_attempt_at_the_step(me: Learner) -> None:
    what = asking.begin(me, me.step(STEP), trial.PLACE, "sitting")
    assert reviewed(me, WRONG, what) == "rejected"
    assert asking.asked(me, what.id).ended == "failed"
    assert str(study.overview(me).steps[STEP]) == "ready"
    assert study.history(me).recent == ()


def test_one_question_of_a_drill_is_judged_alone_and_is_not_the_drill(me: Learner) -> None:
    step = me.step(DRILL)
    what = asking.begin(me, step, trial.PLACE, "sitting", lambda seed: "q2")
    right = drill.solution(step, what.seed)["answers.toml"]
    typed = next(line.split('"')[1] for line in right.splitlines() if line.startswith("q2"))
    done = study.judge(me, asking.hand_in(me, what.id, None, {"q2": typed}))
    assert done.verdict["outcome"] == "accepted"
    assert asking.asked(me, what.id).ended == "passed"
    assert str(study.overview(me).steps[DRILL]) == "ready"


def test_one_question_of_a_drill_answered_wrongly_fails_though_the_others_are_filled_in(me: Learner) -> None:
    what = asking.begin(me, me.step(DRILL), trial.PLACE, "sitting", lambda seed: "q1")
    done = study.judge(me, asking.hand_in(me, what.id, None, {"q1": "123456", "q2": "5"}))
    assert done.verdict["outcome"] == "rejected"
    assert [c["passed"] for c in done.verdict["checks"]].count(False) == 1
    assert asking.asked(me, what.id).ended == "failed"


def test_what_cannot_be_read_leaves_the_question_open(me: Learner) -> None:
    what = asking.begin(me, me.step(DRILL), trial.PLACE, "sitting", lambda seed: "q1")
    assert study.judge(me, asking.hand_in(me, what.id, None, {"q1": "what?"})).verdict["outcome"] == "malformed"
    assert asking.asked(me, what.id).ended is None


def test_a_drill_is_reviewed_on_new_questions_after_a_wrong_run(me: Learner) -> None:
    step = me.step(DRILL)
    seed = study.open_step(me, DRILL).seed
    study.submit(me, DRILL, dict(drill.solution(step, seed)))
    what = asking.begin(me, step, trial.REVIEW)
    place = asking.lay_out(me, what)
    first = (place / "answers.toml").read_text()
    study.judge(me, asking.hand_in(me, what.id, None, {"q1": "1", "q2": "1"}))
    again = asking.asked(me, what.id)
    second = (asking.lay_out(me, again) / "answers.toml").read_text()
    assert again.seed != what.seed
    assert second != first
    assert second == KINDS["drill"].starter(step, again.seed)["answers.toml"]


def test_a_review_of_a_home_that_is_not_mine_does_not_exist(me: Learner) -> None:
    with pytest.raises(Refused, match="no review 77"):
        asking.asked(me, 77)
