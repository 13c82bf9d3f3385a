"""Leaves the vectors at their lengths

The vectors are perpendicular and not of length 1. An orthonormal basis needs both; a coordinate is a dot product
only with unit vectors.
"""

import numpy as np


def orthonormal_basis(vectors):
    """An orthonormal basis of the span of the vectors, in order, without the dependent ones."""
    basis = []
    lengths = []
    for v in np.array(vectors, dtype=float):
        length = np.linalg.norm(v)
        if length == 0:
            continue
        rest = v / length
        for q in basis + basis:
            rest = rest - (q @ rest) * q
        if np.linalg.norm(rest) > 1e-10:
            basis.append(rest / np.linalg.norm(rest))
            lengths.append(np.linalg.norm(rest) * length)
    return [c * q for c, q in zip(lengths, basis)]
