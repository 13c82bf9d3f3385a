"""What a typed number, matrix, choice or order is read as, and what is sent back with a sentence."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradus.drilling import Form, Question, choice, expression, matrix, number, order
from gradus.kinds.expression_reader import Unreadable
from gradus.kinds.typed_answer import read, right

QUARTER = number("?", 0.25, [], "")
PERCENT = number("?", 25.0, [], "", unit="%")
MS = number("?", 25.0, [], "", unit="ms")
SQUARE = matrix("?", [[1, 2], [3, 4]], [], "")
PICK = choice(np.random.default_rng(0), "?", "yes it is", [("no", "", ""), ("never", "", "")], "")
THREE = order(np.random.default_rng(0), "?", ["a", "b", "c"], [], "")
SLOPE = expression("?", "2*x", [], "", names=("x",))
EVERY = (QUARTER, PERCENT, MS, SQUARE, PICK, THREE, SLOPE)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        (QUARTER, ["0.25", ".25", "1/4", "25 %", "25%", "25 percent", "2.5e-1", "2.5E-01", "+0.25", "0.25000", "0.5^2", "1/(1+3)", "0.5/2", "0.25 ", "0.2502"]),
        (PERCENT, ["25 %", "25%", "25.0 %", "25 percent", "25 per cent", "100/4 %", "2.5e1 %"]),
        (MS, ["25 ms", "25ms", "50/2 ms"]),
        (SQUARE, ["1 2; 3 4", "1 2;3 4;", "[[1,2],[3,4]]", "[[1, 2],\n [3, 4]]", "[1 2; 3 4]", "1, 2; 3, 4", "1 2\n3 4", "[1,2],[3,4]", "[[1 2] [3 4]]", "2/2 sqrt(4); 3 4.0"]),
        (PICK, [PICK.right, f"{PICK.right}.", f"({PICK.right})", f"option {PICK.right}", "yes it is", "Yes  it is"]),
        (THREE, [THREE.right, THREE.right.replace(" ", ","), THREE.right.replace(" ", ", "), THREE.right.replace(" ", " -> "), f"[{THREE.right}]"]),
    ],
)  # fmt: skip
def test_every_usual_form_of_the_right_answer_is_right(question: Question, texts: list[str]) -> None:
    for text in texts:
        assert right(question, read(question, text)), text


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        (QUARTER, "1,000", "thousands"), (QUARTER, "1 000", "thousands"), (QUARTER, "1'000", "thousands"), (QUARTER, "1_000", "thousands"), (QUARTER, "0,25", "point"),
        (QUARTER, "", "no answer"), (QUARTER, "1/0", "no value"), (QUARTER, "9^9^9", "too large"), (QUARTER, "1e999", "too large"), (QUARTER, "nan", "not known"),
        (QUARTER, "inf", "not known"), (QUARTER, "= 0.25", "alone"), (QUARTER, "~0.25", "alone"), (QUARTER, "25 ms", "not known"), (QUARTER, "1 1/4", "thousands"),
        (PERCENT, "0.25", "`%`"), (PERCENT, "25", "`%`"), (PERCENT, "1/4", "`%`"), (PERCENT, "25 ms", "in %"),
        (MS, "25", "`ms`"), (MS, "0.025 s", "in ms"), (MS, "25 %", "in ms"),
        (SQUARE, "1 2; 3", "as many"), (SQUARE, "a b; c d", "entry `a`"), (SQUARE, "[[1,2],[3,4]", "do not close"), (SQUARE, "1 - 2; 3 4", "entry `-`"), (SQUARE, ";", "rows"),
        (PICK, "4", "no option 4"), (PICK, "0", "no option 0"), (PICK, "maybe", "number of one option"), (PICK, "1 2", "number of one option"),
        (THREE, "3 1", "missing"), (THREE, "1 2 3 3", "twice"), (THREE, "1 2 4", "no number 4"), (THREE, "a b c", "numbers 1 to 3"),
        (SLOPE, "9^9^9", "too large"), (SLOPE, "2y", "the names are x"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_sent_back_with_a_sentence(question: Question, text: str, says: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read(question, text)
    assert says in raised.value.say


@pytest.mark.parametrize(
    ("question", "text"),
    [(QUARTER, "-0.25"), (QUARTER, "0.2503"), (QUARTER, "0.25 %"), (SQUARE, "1 3; 2 4"), (SQUARE, "1 2 3 4"), (PERCENT, "0.25 %")],
)
def test_a_readable_other_value_is_wrong_and_not_unreadable(question: Question, text: str) -> None:
    assert not right(question, read(question, text))


@given(st.sampled_from(EVERY), st.text(max_size=40) | st.text(alphabet="0123456789.,;:[]()+-*/^% \nexpi'_", max_size=60))
@settings(max_examples=800)
def test_no_text_raises_anything_but_the_readers_error_and_what_is_read_has_a_canonical_form(question: Question, text: str) -> None:
    try:
        typed = read(question, text)
    except Unreadable:
        return
    again = read(question, typed.text)
    assert again.text == typed.text
    assert right(question, again) == right(question, typed)


@given(st.floats(min_value=-1e12, max_value=1e12, allow_nan=False), st.sampled_from(["", "%", "ms"]))
@settings(max_examples=200)
def test_a_number_of_the_author_is_read_back_as_itself(value: float, unit: str) -> None:
    question = number("?", value, [], "", rtol=1e-9, unit=unit)
    assert right(question, read(question, question.right))


@given(st.lists(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=2), min_size=1, max_size=4))
@settings(max_examples=200)
def test_a_matrix_of_the_author_is_read_back_as_itself(rows: list[list[float]]) -> None:
    question = matrix("?", rows, [], "", rtol=1e-9)
    assert right(question, read(question, question.right))


def test_the_forms_tested_here_are_all_there_are() -> None:
    assert {q.form for q in EVERY} == set(Form.__args__)  # type: ignore[attr-defined]
