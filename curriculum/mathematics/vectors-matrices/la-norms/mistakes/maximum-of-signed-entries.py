"""Takes the maximum of signed entries

For p = infinity the code returns the largest entry. In (3, -4) that is 3, but the entry of largest size is -4, so the
maximum norm is 4. A vector of negative entries would even get a negative length. Compare sizes, not values.
"""

import numpy as np


def _norm(x, p):
    if x.size == 0:
        return 0.0
    x = x.astype(float)
    if np.isinf(p):
        return np.max(x)
    sizes = np.abs(x)
    scale = np.max(sizes)
    return scale * np.sum((sizes / scale) ** p) ** (1 / p) if scale > 0 else 0.0


def vector_norm(x, p=2):
    if x.ndim != 1 or p < 1:
        raise ValueError("not a norm")
    return _norm(x, p)


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return _norm(a, 2)
