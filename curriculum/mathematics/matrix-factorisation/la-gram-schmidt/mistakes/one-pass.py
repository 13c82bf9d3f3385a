"""Removes the shadows only once

Each shadow is taken from what is left at that moment, but only in one pass. For vectors that nearly depend on each
other the small rest still leans towards the earlier ones by its rounding, and bringing it to length 1 magnifies
that. A second pass removes it.
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
        if np.linalg.norm(rest) > 1e-10:
            basis.append(rest / np.linalg.norm(rest))
    return basis
