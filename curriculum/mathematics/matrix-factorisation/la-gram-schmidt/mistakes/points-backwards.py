"""Lets vectors point against what is left

The basis vectors are right up to their sign. The process divides what is left by its length, which is positive, so
the direction stays.
"""

import numpy as np


def orthonormal_basis(vectors):
    """An orthonormal basis of the span of the vectors, in order, without the dependent ones."""
    basis = []
    for v in np.array(vectors, dtype=float):
        length = np.linalg.norm(v)
        if length == 0:
            continue
        rest = v / length
        for q in basis + basis:
            rest = rest - (q @ rest) * q
        if np.linalg.norm(rest) > 1e-10:
            basis.append(-rest / np.linalg.norm(rest))
    return basis
