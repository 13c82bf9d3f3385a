"""Keeps dependent vectors as zeros

A dependent vector leaves a vector of zeros in the result. A zero vector is no direction and has no length 1; the
list should be shorter instead.
"""

import numpy as np


def orthonormal_basis(vectors):
    """An orthonormal basis of the span of the vectors, in order, without the dependent ones."""
    basis, result = [], []
    for v in np.array(vectors, dtype=float):
        length = np.linalg.norm(v)
        if length == 0:
            result.append(v)
            continue
        rest = v / length
        for q in basis + basis:
            rest = rest - (q @ rest) * q
        if np.linalg.norm(rest) > 1e-10:
            basis.append(rest / np.linalg.norm(rest))
            result.append(basis[-1])
        else:
            result.append(0 * v)
    return result
