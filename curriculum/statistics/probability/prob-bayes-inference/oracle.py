"""Numbers of 40 digits for the stream, numerical integration and root finding for the Beta distribution."""
from math import lgamma

import mpmath
import numpy as np
from scipy import integrate, optimize, special


def update_beta(a, b, data):
    for x in data:
        a, b = (a + 1, b) if x else (a, b + 1)
    return a, b


def summarise(a, b, level=0.95):
    def cdf(x):
        return special.betainc(a, b, x)

    low = optimize.brentq(lambda x: cdf(x) - (1 - level) / 2, 0, 1, xtol=1e-13)
    high = optimize.brentq(lambda x: cdf(x) - (1 + level) / 2, 0, 1, xtol=1e-13)
    if a > 1 and b > 1:
        norm = lgamma(a) + lgamma(b) - lgamma(a + b)
        mean = integrate.quad(lambda x: np.exp(a * np.log(x) + (b - 1) * np.log1p(-x) - norm), 1e-300, 1 - 1e-16, points=[a / (a + b)], limit=400)[0]
    else:
        mean = a / (a + b)
    return mean, low, high


def update_discrete(prior, likelihoods):
    with mpmath.workdps(40):  # exponents without limit: nothing underflows
        weights = [mpmath.mpf(float(p)) for p in prior]
        for row in likelihoods:
            weights = [w * mpmath.mpf(float(p)) for w, p in zip(weights, row)]
        total = mpmath.fsum(weights)
        if total == 0:
            raise ValueError("ruled out")
        return np.array([float(w / total) for w in weights])
