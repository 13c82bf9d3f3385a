"""Takes a square root whatever p is

The powers follow p, the root does not. For p = 2 they belong together; for any other p the result is something in
between: for (3, -4) and p = 1 it gives 5.29, where the sizes add up to 7. The root that undoes a p-th power is the
p-th root.
"""

import numpy as np


def vector_norm(x, p=2):
    if x.ndim != 1:
        raise ValueError("not a vector")
    if p < 1:
        raise ValueError("not a norm")
    sizes = np.abs(x.astype(float))
    scale = sizes.max(initial=0.0)
    if scale == 0 or np.isinf(p):
        return scale
    return scale * np.sqrt(np.sum((sizes / scale) ** p))


def frobenius_norm(a):
    if a.ndim != 2:
        raise ValueError("not a matrix")
    return vector_norm(a.ravel())
