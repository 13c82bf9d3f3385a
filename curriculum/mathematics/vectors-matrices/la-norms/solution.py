import numpy as np


def vector_norm(x, p=2):
    """The p-norm of a 1-D array: p >= 1, or math.inf for the maximum norm."""
    if x.ndim != 1:
        raise ValueError("x must be one-dimensional")
    if p < 1:
        raise ValueError("p must be at least 1")
    return _entrywise(x, p)


def frobenius_norm(a):
    """The square root of the sum of all squared entries of a 2-D array."""
    if a.ndim != 2:
        raise ValueError("a must be two-dimensional")
    return _entrywise(a, 2)


def _entrywise(x, p):
    """Measure in units of the largest entry: every quotient is a float between 0 and 1, and so is its power."""
    sizes = np.abs(x.astype(float))  # first: the lowest int64 has no absolute value among the integers
    largest = sizes.max(initial=0.0)
    if largest == 0:
        return 0.0
    # p = inf needs no case of its own: 1**inf = 1, smaller powers are 0, and the root 1/inf = 0 leaves 1.
    return largest * np.sum((sizes / largest) ** p) ** (1 / p)
