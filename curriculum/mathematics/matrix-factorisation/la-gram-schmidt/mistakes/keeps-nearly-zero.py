"""Keeps a nearly zero vector

A vector is dropped only if exactly nothing is left of it. Usually a speck of rounding is left, and dividing it by
its length turns it into a full basis vector that points anywhere. The basis then has more vectors than the span has
dimensions.
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
        for q in basis:
            rest = rest - (q @ rest) * q
        if np.linalg.norm(rest) > 0:
            basis.append(rest / np.linalg.norm(rest))
    return basis
