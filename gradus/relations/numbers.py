"""Relations between numbers that stand in the right shape: a sign, a factor, a shift, a rounding, an order."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from gradus.vocabulary import Mistake

Array = np.ndarray[Any, Any]
Numbers = list[tuple[Array, Array]]
RTOL = 1e-5
ENOUGH = 3  # different pairs of numbers that a relation must explain
FACTORS = {
    2.0: "twice the value: something is counted two times, or a half is missing",
    0.5: "half the value: a factor of two is missing",
    100.0: "a hundred times the value: percent where a share is asked, or the other way round",
    0.01: "a hundredth of the value: a share where percent is asked, or the other way round",
    math.log(2): "the value times ln 2: the logarithm of another base",
    1 / math.log(2): "the value divided by ln 2: the logarithm of another base",
    math.log(10): "the value times ln 10: the logarithm of another base",
    1 / math.log(10): "the value divided by ln 10: the logarithm of another base",
    math.pi / 180: "the value times π/180: degrees and radians are mixed up",
    180 / math.pi: "the value times 180/π: degrees and radians are mixed up",
    math.sqrt(2): "the value times √2",
    1 / math.sqrt(2): "the value divided by √2",
}


def near(a: Array, b: Array, rtol: float = RTOL) -> bool:
    """The same numbers but for rounding."""
    largest = float(np.max(np.abs(b), initial=0.0, where=np.isfinite(b)))
    with np.errstate(all="ignore"):
        return a.shape == b.shape and bool(np.allclose(a, b, rtol=rtol, atol=1e-12 + 1e-4 * rtol * largest, equal_nan=True))


def every(pairs: Numbers, make: Callable[[Array], Array]) -> bool:
    """Is every answer what `make` makes of the expected value?"""
    with np.errstate(all="ignore"):
        return all(near(g, make(w)) for g, w in pairs)


def varied(pairs: Numbers) -> bool:
    """Enough different numbers for a relation to be no accident."""
    return len({(float(a), float(b)) for g, w in pairs for a, b in zip(g.ravel(), w.ravel(), strict=True) if b != 0}) >= ENOUGH


def _sign(pairs: Numbers) -> Mistake | None:
    if not every(pairs, np.negative):
        return None
    return Mistake(
        "sign",
        "The sign is turned round",
        "Every number has the right size and the wrong sign: a difference is taken the other way round, or a minus is missing.",
    )


def _factor(pairs: Numbers) -> Mistake | None:
    with np.errstate(all="ignore"):
        ratios = np.concatenate([(g / w)[(w != 0) & np.isfinite(w)] for g, w in pairs])
    c = float(np.median(ratios)) if ratios.size >= ENOUGH else 0.0
    if not np.isfinite(c) or abs(c) < 1e-9 or not every(pairs, lambda w: c * w):
        return None
    why = next((say for f, say in FACTORS.items() if math.isclose(c, f, rel_tol=1e-4)), f"{c:.4g} times the value")
    return Mistake(
        "constant-factor",
        f"Everything is {c:.4g} times too large" if abs(c) > 1 else f"Everything is {c:.4g} of what it should be",
        f"On every input you return {why}.",
    )


def _factor_by_input(pairs: Numbers) -> Mistake | None:
    """Another factor on each input, one factor within each: a sum for a mean, a missing normalisation."""
    many = [(g, w) for g, w in pairs if np.count_nonzero(w) > 1]
    if len(many) < 2 or len(many) < len(pairs) / 2:
        return None
    for g, w in pairs:
        if w.any():
            at = np.unravel_index(int(np.argmax(np.abs(w))), w.shape)
            if not np.isfinite(g[at] / w[at]) or not near(g, w * (g[at] / w[at])) or abs(g[at] / w[at]) < 1e-9:
                return None
        elif not near(g, w):
            return None
    return Mistake(
        "factor-by-input",
        "Right up to a factor, another one for each input",
        "Within each result all numbers stand in the right proportion; only their common scale is wrong, and by a different factor for each input. A division (by a count, a sum, a norm) is missing, too much, or uses another quantity.",
    )  # fmt: skip


def _shift(pairs: Numbers) -> Mistake | None:
    first = next((float((g - w).ravel()[0]) for g, w in pairs if w.size and np.isfinite((g - w).ravel()[0])), 0.0)
    if not first or not every(pairs, lambda w: w + first):
        return None
    if abs(first) == 1:
        return Mistake(
            "off-by-one",
            f"Off by one: every value is {'one too large' if first > 0 else 'one too small'}",
            "Each number is exactly one away. Look at where counting begins, and whether the last one is included.",
        )
    return Mistake(
        "constant-shift",
        f"Everything is shifted by {first:.4g}",
        f"On every input your numbers are the expected ones plus {first:.4g}. Something is added that should not be, or not subtracted.",
    )


Made = Callable[[Array], Array]


def _decimals(k: int) -> tuple[Made, str]:
    return lambda w: np.round(w, k), f"rounded to {k} decimals"


DECIMALS = tuple(_decimals(k) for k in range(7))
ROUNDED: tuple[tuple[Made, str], ...] = ((np.trunc, "cut to whole numbers"), (np.floor, "rounded down"), (np.ceil, "rounded up"), *DECIMALS)


def _rounded(pairs: Numbers) -> Mistake | None:
    how = next((how for make, how in ROUNDED if every(pairs, make)), None)
    if how is None:
        return None
    words = f"Your numbers are the expected ones, {how}. Return them as they are computed; rounding is for printing."
    return Mistake("rounded", f"The result is {how}", words)


MADE: tuple[tuple[str, Callable[[Array], Array], str, str], ...] = (
    ("squared", np.square, "The square of what is asked", "Your numbers are the squares of the expected ones: a root is missing."),
    ("square-root", np.sqrt, "The square root of what is asked", "Your numbers are the square roots of the expected ones: one root too many, or a square is missing."),
    ("reciprocal", np.reciprocal, "The reciprocal of what is asked", "Your numbers are one divided by the expected ones: numerator and denominator are exchanged."),
    ("logarithm", np.log, "The logarithm of what is asked", "Your numbers are the logarithms of the expected ones."),
    ("exponential", np.exp, "The exponential of what is asked", "Your numbers are e to the power of the expected ones: a logarithm is missing, or undone."),
    ("complement", lambda w: 1 - w, "One minus what is asked", "Your numbers and the expected ones add up to 1: it is the other case that you compute (1 − p for p)."),
    ("absolute", np.abs, "The sign is lost", "Your numbers are the absolute values of the expected ones: the sign is lost on the way."),
    ("clipped", lambda w: np.maximum(w, 0), "Negative values became 0", "Where a negative number is expected you return 0; all others are right."),
)  # fmt: skip


def _made(pairs: Numbers) -> Mistake | None:
    return next((Mistake(id, name, words) for id, make, name, words in MADE if every(pairs, make)), None)


def _imprecise(pairs: Numbers) -> Mistake | None:
    """Right, but not to the digits that the task asks for."""
    digits = next((d for d in (5, 4, 3) if all(near(g, w, 10.0**-d) for g, w in pairs)), None)
    if digits is None:
        return None
    words = (
        f"Your numbers are the expected ones to about {digits} digits, and the task asks for more. Look for a constant that was written with "
        "few digits, a step that stops too early, numbers of half the precision, or a difference of two large numbers."
    )
    return Mistake("imprecise", f"Right to about {digits} digits only", words)


def of_numbers(pairs: Numbers) -> Mistake | None:
    """The first relation that holds between arrays of the same shapes."""
    if not varied(pairs):
        return None
    if any(near(g, w) for g, w in pairs):
        return _imprecise(pairs)
    return next((m for of in (_sign, _factor, _shift, _made, _rounded, _imprecise, _factor_by_input) if (m := of(pairs))), None)
