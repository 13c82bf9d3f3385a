"""Two expressions are equal exactly if they mean the same function wherever the right one is defined."""

from __future__ import annotations

import random
import threading
import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradus.kinds.equivalence import equivalent, share_defined, too_large
from gradus.kinds.expression import Binary, Call, Minus, Name, Node, Number
from gradus.kinds.expression_reader import parse

X = ("x",)
LEAVES: st.SearchStrategy[Node] = st.one_of(st.integers(1, 9).map(lambda n: Number(Fraction(n))), st.just(Name("x")))
TREES: st.SearchStrategy[Node] = st.recursive(
    LEAVES,
    lambda c: st.one_of(
        c.map(Minus),
        st.builds(Call, st.sampled_from(("sin", "cos", "exp", "abs", "sqrt")), c),
        st.builds(Binary, st.sampled_from("+-*/"), c, c),
    ),
    max_leaves=8,
)


def same(right: str, given: str, positive: tuple[str, ...] = ()) -> bool:
    return equivalent(parse(right, X), parse(given, X), X, positive)


@pytest.mark.parametrize(
    ("right", "given"),
    [
        ("2x", "x + x"), ("sin(x)^2", "1 - cos(x)^2"), ("sin(2x)", "2sin(x)cos(x)"), ("1", "cosh(x)^2 - sinh(x)^2"), ("0", "(x+1)^2 - x^2 - 2x - 1"),
        ("sqrt(x^2)", "abs(x)"), ("e^(2x)(1 + 2x)", "exp(x)^2 + 2x*exp(2x)"), ("2^x", "exp(x*ln(2))"), ("x^2 + x", "x(x^2 - 1)/(x - 1)"),
        ("tan(x)", "sin(x)/cos(x)"), ("1/x - 1/(x+1)", "1/(x(x+1))"), ("atan(x)", "asin(x/sqrt(1 + x^2))"), ("2ln(x)", "ln(x^2)"), ("1/3", "2/6"),
        ("2x*e^(x^2)", "2x exp(x^2)"), ("20 ln(6) * 6^(5x)", "20 ln(6) * 7776^x"), ("x^(1/2)", "sqrt(x)"), ("-1/x^2", "-x^(-2)"),
    ],
)  # fmt: skip
def test_other_writing_of_the_same_function_is_equal(right: str, given: str) -> None:
    assert same(right, given)


@pytest.mark.parametrize(
    ("right", "given"),
    [
        ("abs(x)", "x"), ("sqrt(x^2)", "x"), ("ln(x^2)", "2ln(x)"), ("x", "sqrt(x)^2"), ("x", "abs(x)"), ("x^3", "abs(x)^3"),  # only where x is positive
        ("x*ln(2)", "0.693147x"), ("2x", "2x + 10^(-20)"), ("x", "1.0000001x"), ("sin(x)", "x"), ("1/3", "0.3333333333"), ("x", "1/0"), ("x", "sqrt(-1)"),
        ("x", "9^9^9^9"), ("0", "x - x + 10^(-40)"), ("x", "x + abs(x - 5) - abs(5 - x) + 1/10^9"), ("x", "(x + abs(x - 40) + abs(x + 40) - 80)"),
    ],
)  # fmt: skip
def test_what_is_equal_nowhere_or_only_on_a_part_is_not_equal(right: str, given: str) -> None:
    assert not same(right, given)


def test_on_positive_numbers_more_is_equal() -> None:
    for right, typed in (("sqrt(x^2)", "x"), ("ln(x^2)", "2ln(x)"), ("x^x(ln(x) + 1)", "x^x ln(x) + x^x")):
        assert same(right, typed, positive=X)


def test_an_answer_may_have_a_value_where_the_right_one_has_none_but_not_the_other_way_round() -> None:
    assert same("x/x", "1")
    assert same("ln(x) - ln(x) + 1", "1")
    assert not same("1", "ln(x) - ln(x) + 1")


@given(TREES, st.integers(0, 3))
@settings(max_examples=150)
def test_a_rewritten_tree_is_equal_and_a_shifted_one_is_not(tree: Node, way: int) -> None:
    if share_defined(tree, X) < 0.6:
        return
    one, two = Number(Fraction(1)), Number(Fraction(2))
    rewritten = [
        Minus(Minus(tree)),
        Binary("-", Binary("+", tree, Name("x")), Name("x")),
        Binary("/", Binary("*", tree, two), two),
        Binary(
            "+", Binary("*", tree, Binary("^", Call("sin", Name("x")), two)), Binary("*", tree, Binary("^", Call("cos", Name("x")), two))
        ),
    ][way]
    assert equivalent(tree, rewritten, X)
    assert not equivalent(tree, Binary("+", rewritten, Binary("/", one, Number(Fraction(10**9)))), X)


def test_numbers_that_grow_beyond_all_bounds_are_noticed_at_once() -> None:
    start = time.perf_counter()
    for text in ("9^9^9", "x^999999999999", "exp(exp(exp(exp(x^2 + 9))))", "(10^99)^99 * x", "sinh(10^9 + x^2)"):
        assert too_large(parse(text, X), X)
    for text in ("1/0", "sqrt(-1)", "x", "exp(-10^9)", "tanh(10^9)"):
        assert not too_large(parse(text, X), X)
    assert time.perf_counter() - start < 2


def test_the_longest_answers_are_compared_within_a_second() -> None:
    start = time.perf_counter()
    assert not same("x^2", "*".join(["tan(sin(x))"] * 30))
    assert same("+".join(["exp(cos(sin(x)))"] * 20), "20exp(cos(sin(x)))")
    assert time.perf_counter() - start < 2


def test_threads_do_not_disturb_each_others_arithmetic() -> None:
    cases = [("sin(2x)", "2sin(x)cos(x)", True), ("e^(2x)", "(e^x)^2", True), ("x", "x + 10^(-25)", False), ("2^x", "exp(x*ln(2))", True)]
    failed: list[str] = []

    def work(seed: int) -> None:
        draw = random.Random(seed)
        for _ in range(12):
            right, given_, wanted = draw.choice(cases)
            if same(right, given_) != wanted:
                failed.append(right)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not failed
