"""Modified Gram-Schmidt that repeats a column until it stops shrinking; the negative sign throughout."""

import numpy as np


def qr(a):
    a = np.asarray(a, dtype=float)
    if a.shape[1] > a.shape[0]:
        raise ValueError("needs at least as many rows as columns")
    basis, recipe = [], np.zeros((a.shape[1], a.shape[1]))
    for j, column in enumerate(a.T):
        rest, before = column.copy(), np.inf
        while np.linalg.norm(rest) < 0.7 * before:
            before = np.linalg.norm(rest)
            for i, direction in enumerate(basis):
                shadow = direction @ rest
                recipe[i, j] += shadow
                rest = rest - shadow * direction
            if np.linalg.norm(rest) <= 1e-10 * np.linalg.norm(column):
                raise ValueError("dependent column")
        recipe[j, j] = -np.linalg.norm(rest)
        basis.append(rest / recipe[j, j])
    q = np.array(basis).T if basis else np.zeros(a.shape)
    return q, recipe


def least_squares(a, b):
    q, r = qr(a)
    if np.shape(b) != (len(a),):
        raise ValueError("b has another length")
    return np.linalg.inv(r) @ (q.T @ b) if r.size else np.zeros(0)
