import numpy as np


def orthonormal_basis(vectors):
    """An orthonormal basis of the span of the vectors, in order, without the dependent ones."""
    basis = []
    for v in np.array(vectors):  # raises ValueError where the lengths differ
        rest = v.astype(float)
        for q in basis + basis:
            rest -= q.dot(rest) * q
        if np.linalg.norm(rest) > 1e-10 * np.linalg.norm(v):
            basis.append(rest / np.linalg.norm(rest))
    return basis
