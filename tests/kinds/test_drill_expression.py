"""The expression reader: what is written in several styles reads as one, and no text makes it raise anything but its own error."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradus.kinds.equivalence import TooLarge, Undefined, too_large, value
from gradus.kinds.expression import Binary, Call, Minus, Name, Node, Number, to_sympy, to_text
from gradus.kinds.expression_reader import DEEPEST, FUNCTIONS, LONGEST, SAME_FUNCTION, Unreadable, parse

NAMES = ("x", "y")
LITERALS = st.one_of(st.integers(0, 99).map(Fraction), st.integers(1, 999).map(lambda n: Fraction(n, 100)))
LEAVES = st.one_of(LITERALS.map(Number), st.sampled_from(NAMES).map(Name), st.sampled_from(("pi", "e")).map(lambda n: Name(n, True)))
APPLIED = tuple(f for f in FUNCTIONS if f not in SAME_FUNCTION)


def larger(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.one_of(
        children.map(Minus),
        st.builds(Call, st.sampled_from(APPLIED), children),
        st.builds(Binary, st.sampled_from("+-*/^"), children, children),
    )


TREES: st.SearchStrategy[Node] = st.recursive(LEAVES, larger, max_leaves=12)


def bracketed(node: Node) -> str:
    """Brackets around everything, `**` for powers, blanks everywhere."""
    match node:
        case Number() | Name():
            return to_text(node)
        case Minus(inner):
            return f"( - {bracketed(inner)} )"
        case Call(function, inner):
            return f"{function} ( {bracketed(inner)} )"
        case Binary(operator, left, right):
            return f"( {bracketed(left)} {'**' if operator == '^' else operator} {bracketed(right)} )"


def handwritten(node: Node, draw: random.Random) -> str:
    """Brackets as `bracketed`, but other signs, and the `*` left out where the two sides are names, calls or brackets."""
    match node:
        case Number() | Name():
            return f"({to_text(node)})" if draw.random() < 0.3 else to_text(node)
        case Minus(inner):
            return f"({draw.choice('-−–')}{handwritten(inner, draw)})"
        case Call(function, inner):
            other = {"log": "ln", "asin": "arcsin", "atan": "arctan"}.get(function, function)
            return f"{draw.choice([function, other])}({handwritten(inner, draw)})"
        case Binary("*", left, right) if not isinstance(right, Number):
            return f"({handwritten(left, draw)} {handwritten(right, draw)})"
        case Binary(operator, left, right):
            sign = {"*": draw.choice("*·×⋅"), "/": draw.choice("/÷")}.get(operator, operator)
            return f"({handwritten(left, draw)}{sign}{handwritten(right, draw)})"


@given(TREES)
@settings(max_examples=300)
def test_a_tree_written_in_short_in_full_and_by_hand_reads_back_to_itself(tree: Node) -> None:
    for text in (to_text(tree), bracketed(tree), handwritten(tree, random.Random(1))):
        if len(text) <= LONGEST:
            assert parse(text, NAMES) == tree, text


@given(st.text(max_size=60))
@settings(max_examples=500)
def test_garbage_raises_the_readers_own_error_or_is_read(text: str) -> None:
    sentence = "read"
    try:
        parse(text, NAMES)
    except Unreadable as e:
        sentence = e.say
    assert 0 < len(sentence) < 250


@given(st.text(alphabet="xye0123456789.+-*/^() sincogpqrtbal²³%,=|", max_size=80))
@settings(max_examples=1000)
def test_near_misses_raise_the_readers_own_error_or_read_back(text: str) -> None:
    try:
        tree = parse(text, NAMES)
    except Unreadable:
        return
    assert parse(to_text(tree), NAMES) == tree


@given(TREES)
@settings(max_examples=200)
def test_values_agree_with_sympys_wherever_both_have_a_real_one(tree: Node) -> None:
    at = {"x": 1.25, "y": 0.375}
    try:
        mine = float(value(tree, {k: parse_number(v) for k, v in at.items()}))
    except (Undefined, TooLarge):
        return
    import sympy  # type: ignore[import-untyped]

    x, y = sympy.Symbol("x", real=True), sympy.Symbol("y", real=True)
    theirs = to_sympy(tree).subs({x: sympy.Rational(5, 4), y: sympy.Rational(3, 8)}).evalf(40)
    if theirs.is_number and theirs.is_finite and theirs.is_real:
        assert mine == pytest.approx(float(theirs), rel=1e-9, abs=1e-30)


def parse_number(v: float) -> object:
    return value(Number(Fraction(v)), {})


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2x^2", "2*(x^2)"), ("-x^2", "-(x^2)"), ("2^-x", "2^(-x)"), ("x^y^2", "x^(y^2)"), ("a", None), ("xsin(x)", "x*sin(x)"), ("xy", "x*y"),
        ("sin^2(x)cos(x)", "(sin(x))^2*cos(x)"), ("3(x+1)(x-1)", "3*(x+1)*(x-1)"), ("x²y³", "x^2*y^3"), ("2πx", "2*pi*x"), ("√(x)", "sqrt(x)"),
        ("x(x+1)", "x*(x+1)"), ("x/2*y", "(x/2)*y"), ("x - -2", "x-(-2)"), ("x^2sin(x)", "(x^2)*sin(x)"), ("e^x(x+1)", "(e^x)*(x+1)"),
        ("2e^x", "2*(e^x)"), ("ln(x)", "log(x)"), ("2**x ln(2)", "(2^x)*ln(2)"), ("x^3/2", "(x^3)/2"), ("+x", "x"), (".5x", "0.5*x"),
    ],
)  # fmt: skip
def test_the_usual_ways_of_writing_are_read_as_meant(text: str, same: str | None) -> None:
    if same is None:
        with pytest.raises(Unreadable):
            parse(text, NAMES)
    else:
        assert parse(text, NAMES) == parse(same, NAMES)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1/2x", "a/b*c or a/(b*c)"), ("x/2(x+1)", "two ways"), ("e^2x", "exponent in brackets"), ("x^1/2", "x^(1/2)"), ("x^-1/2", "x^(1/2)"),
        ("2e3", "power of ten"), ("2e-3x", "power of ten"), ("sin x", "in brackets"), ("sin2x", "in brackets"), ("xlnx", "not known"), ("lnx", "value of ln in brackets"), ("sin^-1(x)", "behind the brackets"),
        ("x2", "x^2 or 2*x"), ("x 2", "Write a *"), ("X", "write `x`"), ("Sin(x)", "small letters"), ("z", "the names are x, y, pi, e"), ("y = 2x", "equals sign"),
        ("|x|", "abs(x)"), ("log(x, 2)", "one value"), ("(x", "closing bracket"), ("x)", "closes nothing"), ("()", "empty"), ("2x +", "missing"), ("", "nothing"),
        ("[x]", "round brackets"), ("5%", "percent"), ("\\frac{1}{x}", "TeX"), ("x!", "Factorials"), ("0,5x", "point"), ("__import__('os')", "not read"),
        ("x.__class__", "not read"), ("lambda: 1", "not known"), ("exec(x)", "not known"), ("f'(x)", "not known"),
    ],
)  # fmt: skip
def test_what_is_doubtful_or_foreign_is_refused_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(Unreadable) as raised:
        parse(text, NAMES)
    assert says in raised.value.say


@pytest.mark.parametrize(
    "text",
    ["(" * 300, "-" * 300, "x^" * 150 + "x", "x+" * 199 + "x", "9" * 399, "1" * 21, "x" * 401, "sin(" * 99, "e^" * 100 + "x", "²" * 400],
)
def test_long_and_deep_texts_are_refused_or_read_at_once(text: str) -> None:
    try:
        tree = parse(text, NAMES)
    except Unreadable:
        return
    too_large(tree, NAMES)


def test_the_caps_leave_room_for_honest_answers() -> None:
    assert parse("(" * (DEEPEST - 2) + "x" + ")" * (DEEPEST - 2), NAMES) == Name("x")
    assert parse("+".join(f"{n}x^{n}" for n in range(40)), NAMES)
