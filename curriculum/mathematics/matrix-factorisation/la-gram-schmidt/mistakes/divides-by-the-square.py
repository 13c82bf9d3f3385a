"""Divides by the square of the length

What is left is divided by its square length. That is the factor for projecting onto a vector that is not normalised;
for a unit vector one divides by the length itself.
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
    return [q / c for c, q in zip(lengths, basis)]
