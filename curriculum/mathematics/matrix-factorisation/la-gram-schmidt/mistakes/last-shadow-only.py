"""Removes the shadow on the last vector only

Only the shadow on the most recent basis vector is removed. The third vector must be perpendicular to the first as
well as to the second.
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
        for q in basis[-1:]:
            rest = rest - (q @ rest) * q
        if np.linalg.norm(rest) > 1e-10:
            basis.append(rest / np.linalg.norm(rest))
    return basis
