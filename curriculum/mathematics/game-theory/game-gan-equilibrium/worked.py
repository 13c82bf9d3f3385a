"""The figures of the lesson, computed from the shares."""

import math
from fractions import Fraction

import numpy as np


def worked():
    """A best discriminator, a divergence, a value, two stretches that overlap, and a reply."""
    p, q = np.array([0.1, 0.4, 0.5]), np.array([0.7, 0.2, 0.1])
    first = [p, q, [_tex(v) for v in _best(p, q)]]
    a, b = np.array([0.9, 0.1]), np.array([0.2, 0.8])
    m = (a + b) / 2
    jsd = (_kl(a, m) + _kl(b, m)) / 2
    if not math.isclose(_value(a, b), 2 * jsd - math.log(4)):
        raise ValueError("the value is not twice the divergence less ln 4")
    c, d = np.array([0.4, 0.1, 0.5]), np.array([0.1, 0.7, 0.2])
    data, made = range(26, 37), range(33, 44)
    shared = len({*data} & {*made})
    even = [np.array([x in r for x in range(26, 44)]) / len(r) for r in (data, made)]
    fixed = np.array([0.1, 0.7, 0.8, 0.2])
    every = np.eye(4)  # ln(1 - D) is averaged, so one of the corners is best
    return [
        [math.log(2), math.log(4), -_value(p, p), _tex(Fraction(1, 2))],
        first,
        [a, b, m, _kl(a, m), _kl(b, m), jsd, _kl(a, b)],
        [c, d, [_tex(v) for v in _best(c, d)], [float(v) for v in _best(c, d)], _value(c, d)],
        [min(data), max(data), min(made), max(made), shared, len(data), 2, _tex(Fraction(1, 2)), _value(*even)],
        [fixed, every[np.argmin(every @ np.log(1 - fixed))]],
    ]


def _best(p, q):
    """The best discriminator as fractions of tenths."""
    return [Fraction(round(10 * a), round(10 * a) + round(10 * b)) for a, b in zip(p, q)]


def _kl(p, q):
    return float(np.sum(p * np.log(p / q)))


def _value(p, q):
    """The value of the game against the best discriminator; nothing is added where a share is 0."""
    best = p / (p + q)
    return float(sum(a * math.log(d) for a, d in zip(p, best) if a) + sum(b * math.log(1 - d) for b, d in zip(q, best) if b))


def _tex(value):
    """A fraction of single digits as TeX writes it."""
    return f"{value.numerator}{value.denominator}"
