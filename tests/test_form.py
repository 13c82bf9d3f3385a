"""The form gate lets every right form through and names the wrong one in the learner's terms."""

from __future__ import annotations

import numpy as np
import pytest

from gradus.form import form
from gradus.vocabulary import Frame, Opaque, Raised, Seen, Tensor

ERROR = Raised("ValueError", ("ValueError", "Exception"), "empty")
SUBCLASS = Raised("LinAlgError", ("LinAlgError", "ValueError", "Exception"), "singular")
FRAME = Frame(["a"], [0], [[1.0]], ["float64"])


@pytest.mark.parametrize(
    ("got", "ideal"),
    [
        ([[1, 2], [3, 4]], np.ones((2, 2))),
        ((1, 2), [1.0, 2.0]),
        (np.float32(1), 2.0),
        (np.array(3), 2.0),
        ([1, 2, 3], [1, 2]),  # how long a list is, is often the answer itself
        ({"a": [1.0]}, {"a": np.ones(1)}),
        ({1: "x"}, {2: "y"}),  # keys that are not text are data
        ((np.ones(2), "x"), (np.zeros(2), "y")),
        (Tensor("float64", np.ones(2)), Tensor("float32", np.ones(2))),
        (None, None),
        ([], [1.0]),
    ],
)
def test_values_of_the_same_form_pass(got: object, ideal: object) -> None:
    assert form(Seen(got), Seen(ideal)) is None


@pytest.mark.parametrize(
    ("got", "ideal", "words"),
    [
        (None, np.ones((2, 3)), "expected an array of shape (2, 3), got None"),
        (np.ones((3, 2)), np.ones((2, 3)), "got shape (3, 2)"),
        ("0.5", 0.5, "expected a number, got text"),
        (1, True, "expected True or False"),
        (np.ones(2), Tensor("float32", np.ones(2)), "expected a torch tensor of shape (2,)"),
        (np.ones((1, 1)), FRAME, "expected a DataFrame"),
        ((1.0, "x", 3), (1.0, "x"), "expected 2 values, got 3"),
        ({"b": 1}, {"a": 1}, "expected the key 'a'"),
        ({"a": 1, "b": 2}, {"a": 1}, "the key 'b' is not asked for"),
        (Opaque("Liar", "equals all"), 1.0, "got a Liar"),
        ([1.0], {"a": 1.0}, "expected a dict"),
    ],
)
def test_another_form_is_named_in_one_clause(got: object, ideal: object, words: str) -> None:
    said = form(Seen(got), Seen(ideal))
    assert said is not None
    assert words in said


def test_where_the_task_asks_for_an_error_its_class_or_a_subclass_will_do() -> None:
    assert form(Seen(raised=ERROR), Seen(raised=ERROR)) is None
    assert form(Seen(raised=SUBCLASS), Seen(raised=ERROR)) is None
    assert "expected ValueError, but it returned 0.0" in str(form(Seen(0.0), Seen(raised=ERROR)))
    assert "expected LinAlgError" in str(form(Seen(raised=ERROR), Seen(raised=SUBCLASS)))
    assert "raised ValueError" in str(form(Seen(raised=ERROR), Seen(1.0)))
