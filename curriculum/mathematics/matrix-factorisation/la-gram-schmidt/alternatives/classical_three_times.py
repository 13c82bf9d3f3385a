"""Classical Gram-Schmidt repeated until the length stays."""

import numpy as np


def orthonormal_basis(vectors):
    if len(set(map(len, vectors))) > 1:
        raise ValueError("lengths differ")
    basis = []
    for v in vectors:
        top = float(np.abs(v).max()) if v.size else 0.0
        if top == 0:
            continue
        u = v / top
        start = np.linalg.norm(u)
        for _ in range(3):
            if basis:
                b = np.stack(basis)
                u = u - b.T @ (b @ u)
        length = np.linalg.norm(u)
        if length > 1e-10 * start:
            basis += [u / length]
    return tuple(basis)
