"""Whether two expressions mean the same function: compared at drawn points, in high precision, wherever the right one is defined.

Real arithmetic.  A point is decided when both sides have a value there; an answer that has none where the right one has, is not
equal.  Decimals of an irrational number (0.693 for ln 2) are not equal to it.  Every number stays between 10^-LARGEST and
10^LARGEST, so nothing typed can take long.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import mpmath  # type: ignore[import-untyped]

from gradus.kinds.expression import Binary, Call, Minus, Name, Node, Number

PRECISION = 160  # decimal digits computed with
LARGEST = 100  # powers of ten
AGREE = 30  # digits that must agree
LOST = 120  # a difference so many digits below its parts is rounding, hence zero
DRAWS = 160
POINTS = 24  # decided points that are enough
FEWEST = 8
KEPT = 200  # right answers whose values a thread remembers
_SCALES = ((0.05, 1.0), (1.0, 4.0), (0.05, 1.0), (1.0, 4.0), (4.0, 12.0), (12.0, 60.0))
_thread = threading.local()


class Undefined(Exception):
    """The expression has no real value at this point."""


class TooLarge(Exception):
    """A number on the way leaves the range that is computed with."""


def _context() -> Any:
    """This thread's own arithmetic: mpmath's contexts change while they work."""
    if not hasattr(_thread, "mp"):
        _thread.mp = mpmath.MPContext()
        _thread.mp.dps = PRECISION
        _thread.small = _thread.mp.mpf(10) ** -LOST
        _thread.top = _thread.mp.mpf(10) ** LARGEST
        _thread.agree = _thread.mp.mpf(10) ** -AGREE
        _thread.points, _thread.values = {}, {}
    return _thread.mp


def value(node: Node, at: Mapping[str, Any]) -> Any:
    """The value of the tree at a point, as an mpf; raises Undefined or TooLarge."""
    mp = _context()
    found = _value(mp, node, at)
    if abs(found) > _thread.top:
        raise TooLarge
    return found


def _value(mp: Any, node: Node, at: Mapping[str, Any]) -> Any:
    match node:
        case Number(v):
            return mp.mpf(v.numerator) / v.denominator
        case Name(name, True):
            return +mp.pi if name == "pi" else +mp.e
        case Name(name):
            return at[name]
        case Minus(inner):
            return -value(inner, at)
        case Call(function, inner):
            return _call(mp, function, value(inner, at))
        case Binary(operator, left, right):
            return _binary(mp, operator, value(left, at), value(right, at))


def _call(mp: Any, function: str, x: Any) -> Any:
    match function:
        case "abs":
            return abs(x)
        case "sqrt":
            if x < 0:
                raise Undefined
            return mp.sqrt(x)
        case "log":
            if x <= 0:
                raise Undefined
            return mp.log(x)
        case "asin" | "acos" if abs(x) > 1:
            raise Undefined
        case "exp" | "sinh" | "cosh" | "tanh":
            return _exponential(mp, function, x)
    return getattr(mp, function)(x)


def _exponential(mp: Any, function: str, x: Any) -> Any:
    if abs(x) > 2.4 * LARGEST:
        if function == "tanh" or (function == "exp" and x < 0):
            x = mp.sign(x) * 2.4 * LARGEST  # as good as the limit
        else:
            raise TooLarge
    return getattr(mp, function)(x)


def _binary(mp: Any, operator: str, a: Any, b: Any) -> Any:
    match operator:
        case "+" | "-":
            total = a + b if operator == "+" else a - b
            return mp.mpf(0) if abs(total) < _thread.small * max(abs(a), abs(b)) else total
        case "*":
            return a * b
        case "/":
            if b == 0:
                raise Undefined
            return a / b
    return _power(mp, a, b)


def _power(mp: Any, a: Any, b: Any) -> Any:
    near = mp.nint(b)
    integer = abs(b - near) < _thread.small
    if a == 0:
        if b <= 0:
            raise Undefined
        return a
    if a < 0 and not integer:
        raise Undefined
    if abs(b) * (abs(mp.mag(a)) + 1) > 3.5 * LARGEST:  # mag is the power of two
        raise TooLarge
    if not integer:
        return mp.exp(b * mp.log(a))
    size = mp.exp(near * mp.log(abs(a))) if abs(near) > 64 else abs(a) ** int(near)
    return -size if a < 0 and int(near) % 2 else size


@cache
def _points(names: tuple[str, ...], positive: tuple[str, ...]) -> tuple[Mapping[str, str], ...]:
    """Where to compare: small, middling and large, on both sides of zero unless positive; the same for every answer."""
    draw = random.Random(" ".join((*names, "|", *positive)))
    points = []
    for i in range(DRAWS if names else 1):
        point = {}
        for k, name in enumerate(names):
            low, high = _SCALES[(i if k == 0 else draw.randrange(len(_SCALES))) % len(_SCALES)]
            sign = "-" if name not in positive and draw.random() < 0.5 else ""
            point[name] = f"{sign}{low + (high - low) * draw.random():.9f}{draw.randrange(10**12):012d}"
        points.append(point)
    return tuple(points)


def _try(node: Node, at: Mapping[str, Any]) -> Any:
    """The value, or the class of what was raised."""
    try:
        return value(node, at)
    except (Undefined, TooLarge) as e:
        return type(e)


def _numbers(names: Sequence[str], positive: Sequence[str]) -> list[dict[str, Any]]:
    """The points as this thread's numbers."""
    mp, key = _context(), (tuple(names), tuple(positive))
    if key not in _thread.points:
        _thread.points[key] = [{name: mp.mpf(text) for name, text in point.items()} for point in _points(*key)]
    found: list[dict[str, Any]] = _thread.points[key]
    return found


def _wanted(right: Node, names: Sequence[str], positive: Sequence[str]) -> Iterator[tuple[dict[str, Any], Any]]:
    """The points with the right one's value at each, kept because one right answer is compared with many."""
    points = _numbers(names, positive)
    key = (right, tuple(names), tuple(positive))
    if len(_thread.values) >= KEPT and key not in _thread.values:
        _thread.values.clear()
    known: list[Any] = _thread.values.setdefault(key, [])
    for i, at in enumerate(points):
        if i == len(known):
            known.append(_try(right, at))
        yield at, known[i]


def equivalent(right: Node, given: Node, names: Sequence[str], positive: Sequence[str] = ()) -> bool:
    """Do both have the same value wherever `right` has one?  Names in `positive` are drawn positive."""
    if right == given:
        return True
    decided = 0
    for at, expected in _wanted(right, names, positive):
        if isinstance(expected, type):
            continue
        got = _try(given, at)
        if got is Undefined:
            return False
        if got is TooLarge:
            continue
        if abs(got - expected) > _thread.agree * max(abs(got), abs(expected)):
            return False
        decided += 1
        if decided == POINTS:
            return True
    return decided >= (FEWEST if names else 1)


def share_defined(node: Node, names: Sequence[str], positive: Sequence[str] = ()) -> float:
    """The share of the points at which the expression has a value: how well an answer can be compared there."""
    points = _numbers(names, positive)[:POINTS]
    return sum(not isinstance(_try(node, at), type) for at in points) / len(points)


@lru_cache(maxsize=2048)
def too_large(node: Node, names: tuple[str, ...], positive: tuple[str, ...] = ()) -> bool:
    """Does the expression leave the range of numbers wherever it does not lack a value?"""
    large = False
    for at in _numbers(names, positive)[:POINTS]:
        got = _try(node, at)
        if not isinstance(got, type):
            return False
        large = large or got is TooLarge
    return large


_context().exp(_context().pi * _context().log(2))  # computes the shared constants once, before threads meet
