"""One pass that rescales its running sum whenever a larger entry turns up, as BLAS's nrm2 does."""

import math


def _scaled(values, p):
    scale, total = 0.0, 0.0
    for v in values:
        size = math.fabs(v)
        if size > scale:
            total = 1.0 + total * (scale / size) ** p
            scale = size
        elif size > 0.0:
            total += (size / scale) ** p
    return scale * total ** (1.0 / p)


def vector_norm(x, p=2):
    if x.ndim != 1:
        raise ValueError
    if p < 1:
        raise ValueError
    if p == math.inf:
        return max(map(abs, x.astype(float).tolist()), default=0.0)
    return _scaled(x.tolist(), p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError
    return _scaled(a.flatten().tolist(), 2)
