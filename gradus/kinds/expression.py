"""A mathematical expression as a tree of our own, and back to text or to SymPy.

Building a tree computes nothing, so that nothing typed can take long; computing is the business of `equivalence`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class Number:
    """A literal."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A variable of the question, or one of the constants pi and e."""

    name: str
    constant: bool = False


@dataclass(frozen=True, slots=True)
class Minus:
    """A sign in front."""

    value: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function of one value."""

    function: str
    value: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """One of + - * / ^ between two values."""

    operator: str
    left: Node
    right: Node


Node = Number | Name | Minus | Call | Binary


_STRENGTH = {"+": 10, "-": 10, "*": 20, "/": 20, "^": 30}


def to_text(node: Node) -> str:
    """The tree as text that reads back to the same tree."""
    return _text(node, 0)


def _text(node: Node, inside: int) -> str:
    match node:
        case Number():
            return _decimal(node.value)
        case Name():
            return node.name
        case Call():
            return f"{node.function}({_text(node.value, 0)})"
        case Minus():
            text, strength = f"-{_text(node.value, 25)}", 24
        case Binary():
            strength = _STRENGTH[node.operator]
            left, right = (strength + 1, 26) if node.operator == "^" else (strength, strength + 1)
            text = f"{_text(node.left, left)}{node.operator}{_text(node.right, right)}"
            if node.operator == "^" and not (
                isinstance(node.right, Name | Call) or (isinstance(node.right, Number) and node.right.value != 1)
            ):
                text = f"{_text(node.left, left)}^({_text(node.right, 0)})"
    return text if strength >= inside else f"({text})"


def _decimal(value: Fraction) -> str:
    """A literal's value has only twos and fives below, so its decimals end."""
    if value.denominator == 1:
        return str(value.numerator)
    places = next(k for k in range(1, 200) if (10**k) % value.denominator == 0)
    digits = str(value.numerator * 10**places // value.denominator).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}"


def to_sympy(node: Node, positive: tuple[str, ...] = ()) -> Any:
    """The tree as a SymPy expression, for the author's answers only: SymPy computes while it builds, which typed text must not start."""
    import sympy  # type: ignore[import-untyped]

    match node:
        case Number():
            return sympy.Rational(node.value.numerator, node.value.denominator)
        case Name(name, True):
            return sympy.pi if name == "pi" else sympy.E
        case Name(name):
            return sympy.Symbol(name, positive=True) if name in positive else sympy.Symbol(name, real=True)
        case Minus():
            return -to_sympy(node.value, positive)
        case Call():
            function = getattr(sympy, {"abs": "Abs"}.get(node.function, node.function))
            return function(to_sympy(node.value, positive))
        case Binary():
            a, b = to_sympy(node.left, positive), to_sympy(node.right, positive)
            return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "^": lambda: a**b}[node.operator]()
