"""What a learner can do, tried for real on a small curriculum: nothing is pretended, answers run in the sandbox."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from gradus import study, workspace
from gradus.store import evidence
from gradus.study import Learner, Refused
from tests import small
from tests.small import DRILL, MEAN, RIGHT, STEP, WRONG

ANSWER = "answer.py"


def path(me: Learner, step: str = STEP, name: str = ANSWER) -> Path:
    return workspace.folder(me.home, step) / name


def facts(me: Learner) -> list[tuple[str, str]]:
    with me.store.read() as c:
        return [(e.step, e.fact) for e in evidence.whole(c, me.id)]


def submit(me: Learner, answer: str, step: str = STEP, source: str = "web") -> study.Judged:
    return study.submit(me, step, {ANSWER: answer}, source=source)


def test_opening_writes_the_starter_once_and_draws_one_seed(me: Learner) -> None:
    first = study.open_step(me, STEP)
    assert first.written == (ANSWER,)
    path(me).write_text("mine")
    again = study.open_step(me, STEP)
    assert again.written == ()
    assert again.seed == first.seed
    assert path(me).read_text() == "mine"


def test_a_right_answer_is_accepted_solves_the_step_and_leads_on(me: Learner) -> None:
    assert study.next_step(me).step.id == STEP  # type: ignore[union-attr]
    judged = submit(me, RIGHT)
    assert judged.verdict["outcome"] == "accepted"
    assert judged.verdict["seed"] == judged.submission.seed
    assert study.overview(me).steps[STEP] == "solved"
    assert study.next_step(me).step.id == DRILL  # type: ignore[union-attr]
    assert [s for s, _, _ in study.progress(me).solved] == [STEP]


def test_a_known_wrong_answer_is_rejected_and_named(me: Learner) -> None:
    judged = submit(me, WRONG)
    assert judged.verdict["outcome"] == "rejected"
    assert judged.verdict["mistake"]["id"] == "multiplies"
    assert "files" not in judged.verdict["mistake"]
    assert study.overview(me).steps[STEP] == "active"


def test_every_run_that_counts_gets_a_fresh_seed_and_one_that_does_not_keeps_it(me: Learner) -> None:
    seeds = [study.open_step(me, STEP).seed]
    for answer, counts in ((WRONG, True), ("def add(:", False), ("", False), (RIGHT, True)):
        submit(me, answer)
        seeds.append(study.open_step(me, STEP).seed)
        assert (seeds[-1] != seeds[-2]) is counts


def test_a_rejection_counts_from_the_page_and_an_acceptance_from_anywhere(me: Learner) -> None:
    for source in ("editor", "try", "watch"):
        submit(me, WRONG, source=source)
    assert facts(me) == []
    submit(me, WRONG)
    submit(me, RIGHT, source="editor")
    assert facts(me) == [(STEP, "rejected"), (STEP, "accepted")]


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"\0\1\2", "binary"), (b"", "is empty"), (b"x" * 50_000_000, "50.0 MB"), (b"\xff\xfe", "UTF-8")]
)
def test_what_is_no_text_is_malformed_with_a_sentence_loses_nothing_and_the_next_run_works(
    me: Learner, content: bytes, sentence: str
) -> None:
    study.open_step(me, STEP)
    path(me).write_bytes(content)
    judged = study.submit(me, STEP)
    assert judged.verdict["outcome"] == "malformed"
    assert sentence in judged.verdict["say"]
    assert path(me).read_bytes() == content
    assert facts(me) == []
    path(me).write_text(RIGHT)
    assert study.submit(me, STEP).verdict["outcome"] == "accepted"


def test_hints_come_one_at_a_time_with_a_run_that_counts_between_them(me: Learner) -> None:
    assert len(study.hint(me, STEP).shown) == 1
    with pytest.raises(Refused) as early:
        study.hint(me, STEP)
    assert early.value.code == "hint_later"
    submit(me, "def add(:")
    assert not study.hints(me, STEP).next_allowed
    submit(me, WRONG)
    assert len(study.hint(me, STEP).shown) == 2
    submit(me, WRONG, source="try")
    assert len(study.hint(me, STEP).shown) == 3
    submit(me, WRONG)
    with pytest.raises(Refused) as late:
        study.hint(me, STEP)
    assert late.value.code == "hints_used_up"
    assert [f for f in facts(me) if f[1] == "hint"] == [(STEP, "hint")] * 3


def test_taking_the_solution_is_evidence_once_and_none_after_acceptance(me: Learner) -> None:
    assert "a + b" in study.reveal(me, STEP)[ANSWER]
    study.reveal(me, STEP)
    assert facts(me) == [(STEP, "reveal")]
    assert study.overview(me).steps[STEP] == "active"


def test_looking_at_the_solution_of_a_solved_step_is_no_evidence(me: Learner) -> None:
    submit(me, RIGHT)
    study.reveal(me, STEP)
    assert facts(me) == [(STEP, "accepted")]


def test_reset_gives_the_starter_back_and_keeps_the_text(me: Learner) -> None:
    study.open_step(me, STEP)
    path(me).write_text(RIGHT)
    assert study.reset(me, STEP) == [path(me, name="answer.py.1")]
    assert "NotImplementedError" in path(me).read_text()
    assert path(me, name="answer.py.1").read_text() == RIGHT


def test_a_step_that_builds_on_another_gets_the_accepted_answer(me: Learner) -> None:
    mean = "def mean(values):\n    return sum(values) / len(values)\n"
    with pytest.raises(Refused) as stopped:
        submit(me, mean, MEAN)
    assert stopped.value.code == "earlier_missing"
    submit(me, RIGHT)
    assert submit(me, mean, MEAN).submission.earlier == {STEP: RIGHT}


def test_a_solution_that_was_taken_stands_in_for_an_earlier_answer(me: Learner) -> None:
    study.reveal(me, STEP)
    judged = submit(me, "def mean(values):\n    return sum(values) / len(values)\n", MEAN)
    assert judged.submission.earlier == {STEP: me.roadmap.steps[STEP].solution[ANSWER]}


def test_planned_and_unknown_steps_are_refused_in_a_sentence(me: Learner) -> None:
    for id, code in (("carry-once", "planned_step"), ("nowhere", "unknown_step")):
        with pytest.raises(Refused) as stopped:
            study.open_step(me, id)
        assert stopped.value.code == code
        assert stopped.value.say.endswith(".")
        assert stopped.value.next.endswith(".")


def test_a_submission_left_without_a_verdict_is_judged_at_the_next_start(me: Learner) -> None:
    id = study.hand_in(me, STEP, {ANSWER: RIGHT})
    again = study.open_home(me.home, me.roadmap.folder)
    assert study.judge_waiting(again) == [id]
    assert study.judge_waiting(again) == []
    assert study.overview(again).steps[STEP] == "solved"
    again.store.close()


def test_a_submission_judged_twice_at_the_same_time_counts_once(me: Learner) -> None:
    id = study.hand_in(me, STEP, {ANSWER: RIGHT}, source="web")
    threads = [threading.Thread(target=study.judge, args=(me, id)) for _ in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert facts(me) == [(STEP, "accepted")]


def test_the_same_answer_on_the_same_seed_is_not_run_twice(me: Learner) -> None:
    first, second = (study.hand_in(me, STEP, {ANSWER: WRONG}) for _ in range(2))
    study.judge(me, first)
    with me.store.write() as c:
        c.execute(text("""UPDATE remembered SET body = replace(body, 'Multiplies', 'remembered')"""))
    assert "remembered" in study.judge(me, second).verdict["say"]
    other = study.hand_in(me, STEP, {ANSWER: WRONG + "\n"})
    assert "remembered" not in study.judge(me, other).verdict["say"]


def test_replay_agrees_with_the_record_and_says_where_it_does_not(me: Learner) -> None:
    id = submit(me, WRONG).submission.id
    assert study.replay(me, id).agrees
    with me.store.write() as c:
        c.execute(text("""UPDATE verdict SET body = replace(body, '"rejected"', '"accepted"')"""))
    again = study.replay(me, id)
    assert not again.agrees
    assert any(d.startswith("outcome") for d in again.differences)
    assert facts(me) == [(STEP, "rejected")]


def test_a_judge_that_fails_is_our_fault_and_counts_nothing(tmp_path: Path) -> None:
    folder = small.curriculum(tmp_path / "c")
    judge = folder / "basics/adding/add-pair/judge.py"
    judge.write_text(judge.read_text().replace("return close(got, ideal)", "return close(got, ideal) or 1 / 0"))
    small.prove(folder)
    me = study.open_home(tmp_path / "h", folder)
    judged = submit(me, RIGHT)
    assert judged.verdict["outcome"] == "broken"
    assert facts(me) == []
    assert study.overview(me).steps[STEP] == "active"
    me.store.close()


# ---------------------------------------------------------------- drills


def right_fields(me: Learner) -> dict[str, str]:
    import tomllib

    step = me.step(DRILL)
    found = tomllib.loads(study.solution(step, study.open_step(me, DRILL).seed)["answers.toml"])
    return {k: v for k, v in found.items() if k.startswith("q")}


def test_a_drill_is_answered_by_fields_and_explained_question_by_question(me: Learner) -> None:
    judged = study.submit(me, DRILL, fields={**right_fields(me), "q1": "1"}, source="web")
    assert judged.verdict["outcome"] == "rejected"
    marks = (judged.submission.beside or {})["drill"]
    assert [(m["id"], m["right"]) for m in marks] == [("q1", False), ("q2", True)]
    assert marks[0]["why"]
    assert study.submit(me, DRILL, fields=right_fields(me), source="web").verdict["outcome"] == "accepted"


def test_after_a_drill_that_counted_the_file_asks_new_questions_and_the_answers_are_kept(me: Learner) -> None:
    old = study.open_step(me, DRILL)
    file = path(me, DRILL, "answers.toml")
    file.write_text(file.read_text().replace('""', '"1"'))
    assert study.submit(me, DRILL).verdict["outcome"] == "rejected"
    new = study.open_step(me, DRILL)
    assert new.seed != old.seed
    assert f"run = {new.seed}" in file.read_text()
    assert '"1"' in file.with_name("answers.toml.1").read_text()


def test_answers_to_the_questions_of_an_older_run_do_not_count(me: Learner) -> None:
    fields, seed = right_fields(me), study.open_step(me, DRILL).seed
    study.submit(me, DRILL, fields={**fields, "q1": "1"})
    id = study.hand_in(me, DRILL, fields=fields, seed=seed)
    assert study.judge(me, id).verdict["outcome"] == "malformed"


def test_a_line_that_looks_like_a_run_number_in_an_answer_of_code_is_left_alone(me: Learner) -> None:
    study.open_step(me, STEP)
    path(me).write_text("run = 12345\n" + RIGHT)
    study.submit(me, STEP)
    study.open_step(me, STEP)
    assert path(me).read_text() == "run = 12345\n" + RIGHT
