"""Typed answers go through the whole path: read, judged question by question, mistakes named, and nothing unreadable counted."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gradus.grade import grade
from gradus.kinds import drill
from gradus.kinds.answers_toml import FILE, fields_to_files, write
from gradus.kinds.drill_run import draw, run
from gradus.vocabulary import Answer, Outcome, Wall
from tests.kinds.drill_step import ALL, colour, half, morning, share, small, square

GOLDEN = sorted(p for p in (Path(__file__).parents[1] / "golden" / "drill").iterdir() if p.is_dir())
STEP = small()
SEED = 7
RIGHT = {"q1": "26 %", "q2": "16.5", "q3": "88x", "q4": "5 11; 1 0", "q5": "4", "q6": "2 4 3 1"}


def answered(**fields: str) -> Answer:
    return Answer(fields_to_files({**RIGHT, **fields}))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda p: p.name)
def test_a_golden_answer_gets_its_outcome_and_its_words(case: Path) -> None:
    expected = tomllib.loads((case / "expect.toml").read_text("utf-8"))
    seen = grade(STEP, Answer({FILE: (case / "answers.toml").read_text("utf-8")}), SEED)
    said = " ".join([seen.say, *(c.counter.say for c in seen.checks if c.counter), *(c.claim for c in seen.checks if not c.passed)])
    assert seen.outcome == expected["outcome"], said
    for words in expected["says"]:
        assert words in said
    assert seen.line == expected.get("line")
    assert (seen.mistake.id if seen.mistake else None) == expected.get("mistake")


def test_the_outcomes_that_a_drill_can_have_each_have_a_golden_case() -> None:
    found = {tomllib.loads((c / "expect.toml").read_text("utf-8"))["outcome"] for c in GOLDEN}
    assert found == {Outcome.ACCEPTED, Outcome.REJECTED, Outcome.MALFORMED}  # nothing of the learner's runs, so nothing crashes or exceeds


def test_the_solution_of_every_seed_is_accepted_and_its_starter_is_not() -> None:
    for seed in range(1, 9):
        assert grade(STEP, Answer(drill.solution(STEP, seed)), seed).outcome is Outcome.ACCEPTED
        assert grade(STEP, Answer(drill.starter(STEP, seed)), seed).outcome is Outcome.MALFORMED


def test_a_missing_file_is_malformed_and_never_taken_for_the_solution() -> None:
    assert grade(STEP, Answer({}), SEED).outcome is Outcome.MALFORMED


def test_every_known_answer_gets_what_it_deserves() -> None:
    wanted = {"solution": {Outcome.ACCEPTED}, "alternative": {Outcome.ACCEPTED}, "mistake": {Outcome.REJECTED}}
    for known in drill.answers(STEP):
        assert known.seeds
        verdict = grade(STEP, Answer(known.files), known.seeds[0])
        assert verdict.outcome in wanted.get(known.role, {Outcome.REJECTED, Outcome.MALFORMED}), f"{known.role} {known.id}: {verdict.say}"
        if known.role == "mistake":
            assert verdict.mistake is not None
            assert verdict.mistake.id == known.mistake


def test_what_the_browser_gets_holds_no_answer_and_no_words() -> None:
    text = json.dumps(drill.present(STEP, SEED))
    for secret in ("right", "wrong", "why", "You believe", "16.5", "88*x", "5 11; 1 0"):
        assert secret not in text


def test_one_seed_gives_the_same_run_and_another_seed_another() -> None:
    asks = [[d.question.ask for d in draw(STEP.load(), seed).values()] for seed in (1, 1, 2)]
    assert asks[0] == asks[1] != asks[2]


def test_a_run_asks_every_template_as_often_as_it_has_room_and_never_the_same_twice() -> None:
    step = small(half, square, run=5)
    for seed in range(30):
        drawn = run(step, seed)
        names = [d.template for d in drawn.values()]
        assert sorted(names.count(n) for n in ("half", "square")) == [2, 3]
        assert len({d.question.ask for d in drawn.values()}) == 5
        assert grade(step, Answer(drill.solution(step, seed)), seed).outcome is Outcome.ACCEPTED


def test_a_run_of_more_than_nine_questions_keeps_question_1_and_question_10_apart() -> None:
    step = small(half, run=11)
    files = fields_to_files({id: "1000" if id == "q10" else d.question.right for id, d in run(step, 1).items()})
    failed = [c.name for c in grade(step, Answer(files), 1).checks if not c.passed]
    assert failed == ["question_10"]


def test_the_review_says_question_by_question_what_was_wrong_and_why() -> None:
    seen = drill.review(STEP, SEED, answered(q3="44x", q5="1", q6="4 3 2 1"))
    assert [m["right"] for m in seen] == [True, True, False, True, False, False]
    assert seen[2]["words"].startswith("**Forgets the two.** You believe")
    assert seen[4]["given"] == "1"
    assert seen[4]["words"].startswith("**Sees white.**")
    assert seen[5]["words"] == ""  # an order that shows no known belief
    assert all(m["why"] for m in seen)


def test_an_unreadable_answer_says_nothing_about_the_others() -> None:
    assert drill.review(STEP, SEED, answered(q1="26", q3="44x")) == []
    assert not drill.observe(STEP, answered(q1="26", q3="44x"), SEED).seen


def test_an_order_that_is_listed_nowhere_is_named_by_the_belief_it_shows() -> None:
    for order, name in (("1 3 4 2", "Leaves first"), ("1 2 4 3", "Leaves first"), ("4 3 1 2", "Wakes last"), ("4 2 3 1", "Washes asleep")):
        mistake = grade(STEP, answered(q6=order), SEED).mistake
        assert mistake is not None
        assert mistake.name == name


def test_only_the_first_wrong_question_names_the_mistake_of_the_verdict() -> None:
    mistake = grade(STEP, answered(q2="66", q5="2"), SEED).mistake
    assert mistake is not None
    assert (mistake.id, mistake.name) == ("half-doubles", "Doubles")


def test_a_verdict_on_a_drill_carries_the_strongest_wall_because_nothing_ran() -> None:
    assert grade(STEP, answered(), SEED).wall is Wall.BOX


@pytest.mark.parametrize(
    "text", ["'''", "\0", "[[[[", "x" * 70_000, 'q1 = "\ud800"', "q1 = 9999-99-99", "q1 = {a = 1}", "q1 = nan", "run = 'x'"]
)
def test_no_text_in_the_file_makes_the_judge_stumble(text: str) -> None:
    assert grade(STEP, Answer({FILE: text}), SEED).outcome is Outcome.MALFORMED


@pytest.mark.parametrize("text", ['say "hi"', "back\\slash", "two\nlines", "\u202e\x07", "'", "q1 = 2", "ü½"])
def test_what_is_typed_into_a_field_comes_back_from_the_file_as_it_was(text: str) -> None:
    table = tomllib.loads(fields_to_files({"q1": text, "not a question": "x"})[FILE])
    assert table == {"q1": text}


def test_the_folder_is_told_what_its_drill_file_lacks(tmp_path: Path) -> None:
    def codes(text: str) -> list[str]:
        (tmp_path / "drill.py").write_text(text, "utf-8")
        return [f.code for f in drill.facts(small(half, folder=tmp_path))]

    assert codes("TEMPLATES = [1]\nEXPECTED: dict = {}\n") == []
    assert codes("TEMPLATES = [1]\n") == ["drill-names"]
    assert codes("def (") == ["python-syntax"]


def test_a_claim_names_the_topic_of_its_question() -> None:
    claims = [c.claim for c in drill.judge(small(share, colour)).checks]
    assert claims == ["Question 1 is right: a share in percent.", "Question 2 is right: a colour."]
    assert drill.judge(small(*ALL, run=4)).checks[0].claim == "Question 1 is right."


def test_unquoted_numbers_and_lists_are_taken_as_they_are_written() -> None:
    step = small(half, morning)
    drawn = run(step, 3)
    lines: dict[str, Any] = {"q1": float(drawn["q1"].question.right), "q2": [int(n) for n in drawn["q2"].question.right.split()]}
    text = "\n".join(f"{k} = {v}" for k, v in lines.items())
    assert grade(step, Answer({FILE: text}), 3).outcome is Outcome.ACCEPTED


def test_a_long_option_is_wrapped_below_its_number() -> None:
    long = " ".join(["word"] * 40)
    question = next(iter(run(small(colour), 1).values())).question
    text = write("T", 1, {"q1": replace(question, options=(long, "b"))})
    assert [line for line in text.split("\n") if line.startswith("#   1.")] == [f"#   1. {' '.join(['word'] * 22)}"]
    assert f"#      {' '.join(['word'] * 18)}" in text.split("\n")
