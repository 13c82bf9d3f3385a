import numpy as np


def qr(a):
    """Orthonormal columns q and an upper-triangular r with q @ r = a."""
    rows, columns = a.shape
    q = np.empty((rows, columns))
    r = np.zeros((columns, columns))
    for j in range(columns):
        rest = a[:, j].astype(float)
        for _ in range(2):  # the second time removes what rounding left of the first
            shadows = q[:, :j].T @ rest
            rest -= q[:, :j] @ shadows
            r[:j, j] += shadows
        r[j, j] = np.linalg.norm(rest)
        # With more columns than rows, one of them depends on the others and is caught here too.
        if r[j, j] <= 1e-10 * np.linalg.norm(a[:, j]):
            raise ValueError(f"column {j} depends on the columns before it")
        q[:, j] = rest / r[j, j]
    return q, r


def least_squares(a, b):
    """The x that makes the length of a @ x - b smallest."""
    q, r = qr(a)
    x = q.T @ b  # raises ValueError itself when the length of b is wrong
    for j in reversed(range(len(x))):
        x[j] /= r[j, j]
        x[:j] -= r[:j, j] * x[j]
    return x
