"""Returns the full square factor

The code fills the first factor up to a square matrix, with as many columns as the matrix has rows, and pads the
triangle with rows of zeros. That is the "complete" form; it is valid, and for a tall matrix it costs a square of the
row count in memory. The task asks for the thin form, whose first factor has the shape of the matrix itself.
"""

import numpy as np


def qr(a):
    m, n = a.shape
    if m < n:
        raise ValueError("wide")
    a = a.astype(float)
    q, r = np.zeros((m, n)), np.zeros((n, n))
    for j in range(n):
        v = a[:, j].copy()
        for sweep in range(2):
            for i in range(j):
                c = np.dot(q[:, i], v)
                v = v - c * q[:, i]
                r[i, j] = r[i, j] + c
        length = np.sqrt(np.sum(v**2))
        if length <= 1e-10 * np.sqrt(np.sum(a[:, j] ** 2)):
            raise ValueError("dependent")
        r[j, j] = length
        q[:, j] = v / length
    extra = np.eye(m)
    for k in range(m):
        if q.shape[1] == m:
            break
        v = extra[:, k].copy()
        for sweep in range(2):
            v = v - q @ (q.T @ v)
        if np.linalg.norm(v) > 1e-6:
            q = np.column_stack([q, v / np.linalg.norm(v)])
    return q, np.vstack([r, np.zeros((m - n, n))])


def least_squares(a, b):
    q, r = qr(a)
    if len(b) != len(a):
        raise ValueError("lengths")
    n = a.shape[1]
    return np.linalg.solve(r[:n], (q.T @ b)[:n])
