"""Comparisons say nothing when they hold and name the first difference when they do not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from gradus.judging import close, equal, finite, same_rows, same_set, spans
from gradus.vocabulary import Frame, Opaque, Series, Tensor

numbers = st.floats(-1e6, 1e6)
matrices = arrays(np.float64, array_shapes(min_dims=1, max_dims=3, max_side=5), elements=numbers)


@given(matrices)
def test_an_array_is_close_to_itself_as_an_array_and_as_a_list(a: np.ndarray) -> None:
    assert close(a, a) is None
    assert close(a.tolist(), a) is None
    assert equal(a, a.tolist()) is None


@given(matrices, st.data())
def test_one_changed_value_is_found_where_it_stands(a: np.ndarray, data: st.DataObject) -> None:
    at = tuple(data.draw(st.integers(0, n - 1)) for n in a.shape)
    b = a.copy()
    b[at] += max(1.0, abs(b[at]))
    miss = close(b, a)
    assert miss is not None
    assert f"[{', '.join(map(str, at))}]" in miss.say


@pytest.mark.parametrize(
    ("got", "ideal"),
    [
        (1, 1.0),
        ((1, 2), [1.0, 2.0]),
        (np.float32(0.1), 0.1),
        (float("nan"), np.nan),
        ({"a": [1, 2]}, {"a": (1, 2)}),
        ([], []),
        ("x", "x"),
        (None, None),
        (Tensor("float32", np.ones(2)), Tensor("float32", np.ones(2))),
        (Series("s", [0, 1], [1.0, 2.0], "float64"), Series("s", [0, 1], np.array([1.0, 2.0]), "float64")),
        ([[1], [1, 2]], [[1], [1, 2]]),
    ],
)
def test_what_a_careful_reader_calls_equal_is_close(got: object, ideal: object) -> None:
    assert close(got, ideal, rtol=1e-6) is None


@pytest.mark.parametrize(
    ("got", "ideal"),
    [
        (True, 1),
        (np.array([True]), np.array([1])),
        ("1", 1),
        (None, 0.0),
        (float("nan"), 0.0),
        (float("inf"), 1e308),
        ([1, 2], [1, 2, 3]),
        ({"a": 1}, {"b": 1}),
        (np.ones(2), Tensor("float32", np.ones(2))),
        (Opaque("Liar", "1.0"), 1.0),
        ([[1], [1, 2]], [[1], [1, 3]]),
        (5.5, -5.5),
        (Frame(["a"], [0], [[1]], ["int64"]), Frame(["b"], [0], [[1]], ["int64"])),
    ],
)
def test_what_a_careful_reader_calls_different_is_not_close(got: object, ideal: object) -> None:
    assert close(got, ideal) is not None


def test_a_broadcastable_shape_is_still_another_shape() -> None:
    assert close(np.ones((1, 3)), np.ones(3)) is not None


@given(st.lists(st.integers(-5, 5)), st.randoms())
def test_a_multiset_does_not_care_for_order_but_for_how_often(items: list[int], random: object) -> None:
    shuffled = items[::-1]
    assert same_set(shuffled, items) is None
    assert same_set([*items, 99], items) is not None
    assert same_set(items, [*items, 99]) is not None


def test_rows_are_compared_as_often_as_they_occur_and_in_order_only_on_request() -> None:
    want = {"columns": ["a", "b"], "rows": [[1, "x"], [1, "x"], [2, None]]}
    assert same_rows({"columns": ["a", "b"], "rows": [[2, None], [1.0, "x"], [1, "x"]]}, want) is None
    assert same_rows({"columns": ["a", "b"], "rows": [[2, None], [1, "x"], [1, "x"]]}, want, ordered=True) is not None
    assert "missing" in same_rows({"columns": ["a", "b"], "rows": [[1, "x"], [2, None]]}, want).say  # type: ignore[union-attr]
    assert "should not be there" in same_rows({"columns": ["a", "b"], "rows": [[1, "x"], [1, "x"], [2, None], [2, 0]]}, want).say  # type: ignore[union-attr]


def test_the_first_value_that_is_not_finite_is_named() -> None:
    assert finite([1, 2.5]) is None
    miss = finite(np.array([[1.0, np.inf]]))
    assert miss is not None
    assert "[0, 1]" in miss.say


def test_two_bases_of_one_plane_span_the_same_and_a_line_does_not() -> None:
    plane = np.array([[1.0, 0], [0, 1], [0, 0]])
    assert spans(plane @ np.array([[2.0, 1], [1, 3]]), plane) is None
    assert spans(plane[:, :1], plane) is not None
