"""One observation at a time, rescaled after each; counts by a loop; quantiles by the inverse incomplete beta function."""
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


def update_discrete(prior, likelihoods):
    current = [float(p) for p in prior]
    for row in likelihoods:
        current = [c * float(l) for c, l in zip(current, row)]
        total = sum(current)
        if total == 0:
            raise ValueError("nothing left")
        current = [c / total for c in current]
    return current
