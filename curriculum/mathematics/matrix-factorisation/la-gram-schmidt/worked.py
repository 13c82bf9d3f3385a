"""The figures of the lesson, computed with the solution."""

import math

import numpy as np
from answer import orthonormal_basis


def worked():
    """Two vectors of the plane, and three whose right angles the textbook loses."""
    v = [np.array([3, 4]), np.array([2, 1])]
    q = orthonormal_basis([*v, np.array([5, -7])])  # the third is dropped
    shadow = q[0] * v[1]
    eps = 1e-9
    nearly = np.array([[1, eps, 0, 0], [1, 0, eps, 0], [1, 0, 0, eps]])
    lost = _textbook(nearly)
    product = lost[1] @ lost[2]
    return [
        [v, math.hypot(*v[0]), q, shadow, shadow.sum(), v[1] - shadow.sum() * q[0], 1, len(q)],
        [10, nearly.round(), product, math.degrees(math.acos(product)), 3],
    ]


def _textbook(vectors):
    """All shadows taken from the originals, once."""
    basis = []
    for v in vectors:
        rest = v - sum((q @ v) * q for q in basis)
        basis.append(rest / np.linalg.norm(rest))
    return basis
