"""Leaves it to the dot product to complain

Different lengths fail by themselves where two vectors meet in a product. A vector of zeros is dropped before it meets anybody, and the first vector meets nobody: both may have any length, and nothing is said. Check the lengths before the work begins.
"""

import numpy as np


def orthonormal_basis(vectors):
    """An orthonormal basis of the span of the vectors, in order, without the dependent ones."""
    basis = []
    for v in vectors:
        if not v.any():
            continue
        rest = v.astype(float)
        for q in basis + basis:
            rest -= q.dot(rest) * q
        if np.linalg.norm(rest) > 1e-10 * np.linalg.norm(v):
            basis.append(rest / np.linalg.norm(rest))
    return basis
