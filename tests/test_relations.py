"""What relates a wrong answer to the right one is a fact: it is named when it holds everywhere, and never otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus.compared import compare
from gradus.judging import call, close, each
from gradus.universal import universal
from gradus.vocabulary import Judge, Mistake, Observation, Probe, Raised, Seen


@each()
def agrees(got: Any, ideal: Any) -> Any:
    """The values agree."""
    return close(got, ideal)


def named(make: Callable[[Any], Any], ideals: dict[str, Any], function: Callable[[str], str] = lambda _: "f") -> Mistake | None:
    """What is said about an answer that returns `make` of what is expected."""
    probes: dict[str, Probe] = {p: call(function(p), i) for i, p in enumerate(ideals)}
    ideal = Observation({p: Seen(v) for p, v in ideals.items()})
    made = {p: make(v) for p, v in ideals.items()}
    seen = Observation({p: v if isinstance(v, Seen) else Seen(v) for p, v in made.items()})
    return universal(compare(Judge(lambda _: probes, (agrees,)), probes, seen, ideal))


ROWS = {f"random {i}": np.random.default_rng(i).uniform(0.5, 3, 4 + i) for i in range(4)}
TABLES = {f"random {i}": np.random.default_rng(i).normal(size=(3 + i, 2 + i)) for i in range(4)}


@pytest.mark.parametrize(
    ("make", "id"),
    [
        (lambda w: -w, "sign"),
        (lambda w: 2 * w, "constant-factor"),
        (lambda w: w * np.log(2), "constant-factor"),
        (lambda w: w * len(w), "factor-by-input"),
        (lambda w: w + 1, "off-by-one"),
        (lambda w: w - 0.25, "constant-shift"),
        (lambda w: np.round(w, 2), "rounded"),
        (np.floor, "rounded"),
        (lambda w: w**2, "squared"),
        (lambda w: 1 / w, "reciprocal"),
        (np.log, "logarithm"),
        (lambda w: 1 - w, "complement"),
        (lambda w: w[::-1], "reversed"),
        (np.sort, "other-order"),
        (lambda w: w[:-1], "stops-early"),
        (lambda w: w[1:], "starts-late"),
        (lambda w: np.append(w, 0.0), "too-many"),
        (lambda w: w[:, None], "wrong-shape"),
        (lambda w: w * (1 + 1e-6 * np.sin(np.arange(len(w)))), "imprecise"),
        (lambda w: 7.5, "same-for-every-input"),
        (lambda w: w + np.sin(w) ** 2, None),
    ],
)
def test_a_relation_between_numbers_is_named(make: Callable[[Any], Any], id: str | None) -> None:
    found = named(make, ROWS)
    assert (found.id if found else None) == id


def test_a_matrix_is_told_to_be_transposed_whether_it_is_square_or_not() -> None:
    for tables in (TABLES, {p: w[:2, :2] for p, w in TABLES.items()}):
        found = named(lambda w: w.T, tables)
        assert found is not None
        assert found.id == "transposed"


@given(st.floats(-50, 50).filter(lambda c: abs(c) > 1e-3 and abs(c - 1) > 1e-3 and abs(c + 1) > 1e-3))
def test_any_factor_is_found_and_said(c: float) -> None:
    found = named(lambda w: c * w, ROWS)
    assert found is not None
    assert found.id == "constant-factor"
    assert f"{c:.4g}" in found.name


@given(st.integers(0, 3), st.integers(2, 3))
def test_a_relation_that_fails_on_one_input_is_not_named(odd: int, factor: int) -> None:
    def make(w: Any) -> Any:
        return w**3 if w is ROWS[f"random {odd}"] else factor * w

    found = named(make, ROWS)
    assert found is None


def test_two_numbers_are_too_few_for_a_relation() -> None:
    assert named(lambda w: 2 * w, {"a": 3.0, "b": 3.0}) is None


def test_of_a_record_the_wrong_part_is_named_and_what_is_wrong_with_it() -> None:
    pairs = {f"random {i}": (1.0 + i, np.array([2.0 + i, 5.0, 7.0])) for i in range(3)}
    found = named(lambda w: (w[0], -w[1]), pairs)
    assert found is not None
    assert found.name == "Returned value 2 of 2: the sign is turned round"
    found = named(lambda w: (w[0], np.exp(-(w[1] ** 2))), pairs)
    assert found is not None
    assert found.id == "parts-wrong"


def test_of_a_result_set_the_wrong_column_is_named() -> None:
    ideals = {f"random {i}": {"columns": ["id", "total"], "rows": [[k, 10.0 * k + i] for k in range(1, 4)]} for i in range(3)}
    found = named(lambda w: {**w, "rows": [[a, b * b + a] for a, b in w["rows"]]}, ideals)
    assert found is not None
    assert found.name == "Column 'total' alone is wrong"


def test_of_a_program_what_it_prints_is_named_and_what_the_checked_build_caught_is_left_to_its_own_words() -> None:
    ran = {f"random {i}": {"out": f"{i} 2 3\n", "exit": 0, "ended": "by itself", "caught": ""} for i in range(3)}
    assert named(lambda w: {**w, "caught": "attempt to dereference a past-the-end iterator"}, ran) is None
    found = named(lambda w: {**w, "out": w["out"] + "x"}, ran)
    assert found is not None
    assert found.name == "What is printed alone is wrong"


def test_lists_of_text_may_lack_elements_or_stand_in_another_order() -> None:
    ideals = {f"random {i}": ["a", "b", "c", f"d{i}"] for i in range(3)}
    for make, id in ((lambda w: w[::-1], "other-order"), (lambda w: w[1:], "some-missing"), (lambda w: [*w, w[0]], "too-many")):
        found = named(make, ideals)
        assert found is not None
        assert found.id == id
    found = named(str.upper, {"a": "One", "b": "Two"})
    assert found is not None
    assert found.id == "letter-case"


def test_what_is_wrong_only_at_an_edge_is_told_by_the_name_of_the_edge() -> None:
    ideals = {**{f"random {i}": {i, i + 1} for i in range(3)}, "empty": set()}
    found = named(lambda w: w or {0}, ideals)
    assert found is not None
    assert found.id == "wrong-at-an-edge"
    assert "“empty”" in found.name


def test_an_exception_is_told_with_the_inputs_that_raise_it() -> None:
    ideals = {**{f"random {i}": float(i) for i in range(3)}, "empty 1": 0.0, "empty 2": 0.0}
    raised = Seen(raised=Raised("ZeroDivisionError", ("ZeroDivisionError",), "division by zero", 3))
    found = named(lambda w: w or raised, {k: v + 1 if "random" in k else v for k, v in ideals.items()})
    assert found is not None
    assert found.id == "raises-ZeroDivisionError"
    assert "“empty”" in found.words
    assert "line 3" in found.words


def test_of_several_functions_the_wrong_one_is_named() -> None:
    ideals = {f"{f} {i}": {f"{f}{i}"} for f in "gh" for i in range(3)}
    found = named(lambda w: {x + "!" for x in w} if min(w) < "h" else w, ideals, lambda p: p[0])
    assert found is not None
    assert found.name == "Only g is wrong"
