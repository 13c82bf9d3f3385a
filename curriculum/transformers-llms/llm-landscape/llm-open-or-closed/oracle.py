"""Bills are added up day by day, the break-even is searched, machines are added until the hour is served."""

from fractions import Fraction

from scipy.optimize import brentq

SIGNS = [("leaves the house|no line|stay on machines", "open weights, because of privacy"), ("inspector|attention layers|layers are to be", "open weights, because the weights must be one's own"),
         ("commercially|companies of this size|research only", "a hosted model, because of the licence"), ("counts as done|miss the target|only a hosted model stays", "a hosted model, because of quality"),
         ("nobody in the firm|has left|no engineer", "a hosted model, because nobody can run machines")]


def decision(facts):
    return next(answer for words, answer in SIGNS if any(w in f for w in words.split("|") for f in facts))


def hosted(q, a, b, p, o):
    bill = Fraction(0)
    for _ in range(30):
        bill += q * a * Fraction(str(p)) / 1_000_000 + q * b * Fraction(str(o)) / 1_000_000
    return float(bill)


def own(n, price, day, wage):
    return sum(price * n for _ in range(24 * 30)) + sum(wage / 20 for _ in range(day))


def break_even(fixed, host, power):
    return brentq(lambda m: host * m - power * m - fixed, 0, 1e7)


def machines(day, tokens, share, rate):
    work, n = Fraction(day * tokens * share, 100), 0
    while n * rate * 3600 < work:
        n += 1
    return n
