"""Projects onto vectors not yet normalised

The shadows are taken on vectors that have not been brought to length 1, without dividing by their square length.
What is taken away is too much for long vectors and too little for short ones, so the rest is not perpendicular.
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
        rest = v
        for q in basis:
            rest = rest - (q @ rest) * q
        if np.linalg.norm(rest) > 1e-10 * length:
            basis.append(rest)
    return [q / np.linalg.norm(q) for q in basis]
