"""Takes nearly dependent for dependent

A vector is dropped when what is left is below a millionth of its length. The task keeps such vectors down to a tenth
of a thousand millionth: there is still a direction in them.
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
        if np.linalg.norm(rest) > 1e-4:
            basis.append(rest / np.linalg.norm(rest))
    return basis
