"""LAPACK's determinant through NumPy; invertibility by singular values of the rows brought to length 1."""

import numpy as np


def _check(a):
    if np.ndim(a) != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("square")
    return a.astype(float)


def determinant(a):
    return float(np.linalg.det(_check(a)))


def sign_and_log(a):
    s, log = np.linalg.slogdet(_check(a))
    return float(s), float(log)


def is_invertible(a):
    a = _check(a)
    lengths = np.abs(a).max(axis=1, initial=0)
    if not lengths.all():
        return False
    a = a / lengths[:, None]
    a = a / np.linalg.norm(a, axis=1)[:, None]
    return bool(np.prod(np.linalg.svd(a, compute_uv=False)) > 1e-9)
