"""Exact fractions, counting up unit by unit: pass by pass, state by state, chip by chip."""

from fractions import Fraction as F

BILLION = 10**9


def _exact(x):
    return F(str(x))


def _operations(n, d):
    forward = 2 * _exact(n) * BILLION * _exact(d) * BILLION
    return forward + 2 * forward


def operations(n, d):
    return float(_operations(n, d) / 10**21)


def days(n, d, g, p, u):
    per_day = F(u, 100) * p * 10**12 * g * 60 * 60 * 24
    return float(_operations(n, d) / per_day)


def memory(n, w, g, m, o):
    total = F(0)
    for state in (w, g, m, o):
        total += _exact(state) * _exact(n) * BILLION
    return float(total / BILLION)


def tokens(n, k, p, u):
    done = F(u, 100) * p * 10**12 * 60 * 60 * k * 1000
    return float(done / _operations(n, F(1, BILLION)) / BILLION)


def chips(n, b, m, s):
    count, room = 0, F(0)
    while room < n * b:
        count += 1
        room += F(m * s, 100)
    return count


def checkpoint(n, b, link):
    bits = _exact(n) * b * 8 * BILLION
    return float(bits / (link * BILLION))
