"""Takes the longest vector first

The vectors are taken in another order. The first vector has to decide the first direction; starting with another one
gives another basis of the same span.
"""

import numpy as np


def orthonormal_basis(vectors):
    """An orthonormal basis of the span of the vectors, in order, without the dependent ones."""
    basis = []
    for v in sorted(np.array(vectors, dtype=float), key=lambda u: -np.linalg.norm(u)):
        length = np.linalg.norm(v)
        if length == 0:
            continue
        rest = v / length
        for q in basis + basis:
            rest = rest - (q @ rest) * q
        if np.linalg.norm(rest) > 1e-10:
            basis.append(rest / np.linalg.norm(rest))
    return basis
