"""math.hypot for length 2 (it is safe by itself), arithmetic in the decimal module for other powers."""

import math
from decimal import Context, Decimal

WIDE = Context(prec=30, Emax=10**12, Emin=-(10**12))


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("no such norm")
    numbers = [abs(float(v)) for v in x.tolist()]
    if p == 2:
        return math.hypot(*numbers)
    if p == math.inf:
        return max(numbers, default=0.0)
    power = Decimal(p)
    total = Decimal(0)
    for n in numbers:
        if n:
            total = WIDE.add(total, WIDE.power(Decimal(n), power))
    return float(WIDE.power(total, WIDE.divide(1, power))) if total else 0.0


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("no matrix")
    return math.hypot(*a.astype(float).ravel())
