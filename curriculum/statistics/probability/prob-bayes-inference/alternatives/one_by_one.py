"""One observation at a time, logarithms rescaled after each; counts by a loop; quantiles by the inverse incomplete beta function."""
import math

from scipy.special import betaincinv


def update_beta(a, b, data):
    for x in data:
        if x == 1:
            a += 1
        else:
            b += 1
    return a, b


def summarise(a, b, level=0.95):
    lo = betaincinv(a, b, 0.5 - level / 2)
    hi = betaincinv(a, b, 0.5 + level / 2)
    return [a / (a + b), lo, hi]


def _log(x):
    return math.log(x) if x > 0 else -math.inf


def update_discrete(prior, likelihoods):
    current = [_log(p) for p in prior]
    for row in likelihoods:
        current = [c + _log(l) for c, l in zip(current, row)]
        top = max(current)
        if top == -math.inf:
            raise ValueError("nothing left")
        total = top + math.log(sum(math.exp(c - top) for c in current))
        current = [c - total for c in current]
    return [math.exp(c) for c in current]
