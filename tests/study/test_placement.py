"""Find my place, on a made-up graph of three tracks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradus import placement
from gradus.graph import Graph, Node
from gradus.placement import Answer, Label, Sitting, Tick, ask, assumed, belief, confirm, labels, most

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def chain(track: str, length: int, *roots: str) -> list[Node]:
    return [
        Node(f"{track}{k}", f"{track}-{k // 5}", track, 20.0, roots if k == 0 else (f"{track}{k - 1}",), (), False) for k in range(length)
    ]


BOOK = Graph({n.id: n for n in [*chain("x", 40), *chain("y", 20, "x5"), *chain("z", 15)]})
ASKABLE = dict.fromkeys(BOOK.ids, 2.0)
EVEN = Sitting({"x": Tick.SOME, "y": Tick.SOME, "z": Tick.SOME})


def answered(sitting: Sitting, *answers: Answer) -> Sitting:
    return replace(sitting, answers=(*sitting.answers, *answers))


@st.composite
def sittings(draw: st.DrawFn) -> Sitting:
    ticks = draw(st.dictionaries(st.sampled_from("xyz"), st.sampled_from(Tick)))
    steps = draw(st.lists(st.sampled_from(BOOK.ids), max_size=8, unique=True))
    return Sitting(
        ticks, tuple(Answer(s, draw(st.booleans()), False) for s in steps), frozenset(draw(st.sets(st.sampled_from(BOOK.ids), max_size=5)))
    )


@given(sittings())
@settings(max_examples=25)
def test_a_question_is_new_short_counted_and_the_same_when_asked_again(sitting: Sitting) -> None:
    askable = {id: 2.0 if k % 3 else 5.0 for k, id in enumerate(BOOK.ids)}
    question = ask(BOOK, sitting, askable)
    assert question == ask(BOOK, sitting, askable)
    if question:
        assert question.step not in sitting.known | {a.step for a in sitting.answers}
        assert question.minutes <= 3
        assert question.number <= question.at_most <= 20
        assert question.minutes_left <= most(askable)[1]


@given(sittings())
@settings(max_examples=25)
def test_belief_is_a_chance_and_what_is_proven_is_certain(sitting: Sitting) -> None:
    found = belief(BOOK, sitting)
    assert list(found) == list(BOOK.ids)
    assert all(0 < c <= 1 for c in found.values())
    assert all(found[s] == 1 for s in sitting.known)
    assert not set(assumed(BOOK, sitting, NOW)) & sitting.known


def test_a_sitting_ends_by_twenty_questions_and_can_be_taken_up_from_its_data() -> None:
    sitting, asked = EVEN, 0
    while question := ask(BOOK, sitting, ASKABLE):
        sitting = answered(sitting, Answer(question.step, BOOK.at[question.step] % 2 == 0))
        asked += 1
        assert asked <= 20
    assert ask(BOOK, Sitting(sitting.ticks, sitting.answers), ASKABLE) is None
    assert most(ASKABLE) == (20, 40.0)


def test_answers_move_what_they_build_on_and_what_builds_on_them() -> None:
    before = belief(BOOK, EVEN)
    passed, failed = belief(BOOK, answered(EVEN, Answer("x20", True))), belief(BOOK, answered(EVEN, Answer("x20", False)))
    assert passed["x10"] > before["x10"] > failed["x10"]
    assert passed["x20"] > before["x20"] > failed["x20"]
    assert failed["x30"] < before["x30"] < passed["x30"]


def test_a_step_that_was_failed_is_not_assumed_and_nothing_is_assumed_by_one_guess_of_a_beginner() -> None:
    solid = Sitting({"x": Tick.SOLID, "y": Tick.SOLID, "z": Tick.SOLID})
    assert labels(BOOK, answered(solid, Answer("x3", False)))["x3"] is not Label.ASSUMED
    beginner = Sitting({"x": Tick.NEVER, "y": Tick.NEVER, "z": Tick.NEVER})
    lucky = labels(BOOK, answered(beginner, Answer("x39", True)))
    assert sum(label is Label.ASSUMED for label in lucky.values()) < 10


def test_i_do_not_know_says_more_than_a_wrong_answer() -> None:
    wrong, unsaid = Answer("x5", False), Answer("x5", False, unsaid=True)
    assert belief(BOOK, answered(EVEN, unsaid))["x5"] <= belief(BOOK, answered(EVEN, wrong))["x5"] + 1e-9


def test_confirmation_names_believed_prerequisites_that_nobody_saw() -> None:
    solid = Sitting({"x": Tick.SOLID, "y": Tick.SOLID, "z": Tick.NEVER})
    assert confirm(BOOK, solid, "y0") == ("x5",)
    assert confirm(BOOK, answered(solid, Answer("x5", True)), "y0") == ()
    assert confirm(BOOK, replace(solid, known=frozenset({"x5"})), "y0") == ()


def test_testing_out_asks_about_the_concept_alone() -> None:
    about = placement.testing_out(BOOK, "y-0")
    assert set(about) == {"y0", "y1", "y2", "y3", "y4", "x5"}
    sitting = EVEN
    for _ in range(5):
        question = ask(BOOK, sitting, ASKABLE, limit=5, about=about)
        if question is None:
            break
        assert question.step in about
        sitting = answered(sitting, Answer(question.step, True))
    assert belief(BOOK, sitting)["y3"] > belief(BOOK, EVEN)["y3"]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_a_roadmap_of_a_few_steps_is_no_special_case(size: int) -> None:
    small = Graph({n.id: n for n in chain("x", size)})
    found = belief(small, Sitting({"x": Tick.SOME}, (Answer("x0", True),)))
    assert np.isfinite(list(found.values())).all()
    assert belief(Graph({}), Sitting()) == {}
