"""mpmath: 40 decimal digits and no limit on the exponent."""

import math

import mpmath
import numpy as np

mpmath.mp.dps = 40


def vector_norm(x, p=2):
    if np.ndim(x) != 1 or p < 1:
        raise ValueError("outside the convention")
    values, counts = np.unique(np.abs(x.astype(float)), return_counts=True)  # equal entries are added by multiplying
    if not values.size or math.isinf(p):
        return float(values.max(initial=0.0))
    power = mpmath.mpf(p)
    return float(mpmath.fsum(int(c) * mpmath.mpf(float(v)) ** power for v, c in zip(values, counts)) ** (1 / power))


def frobenius_norm(a):
    if np.ndim(a) != 2:
        raise ValueError("outside the convention")
    return vector_norm(a.reshape(-1), 2)
