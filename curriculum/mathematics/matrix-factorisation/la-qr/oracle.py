"""LAPACK's Householder QR and its least squares by singular values."""

import numpy as np
import scipy.linalg


def qr(a):
    if a.shape[0] < a.shape[1]:
        raise ValueError("wide")
    if a.shape[1] == 0:
        return np.zeros(a.shape), np.zeros((0, 0))
    q, r = scipy.linalg.qr(a.astype(float), mode="economic")
    if np.any(np.abs(np.diag(r)) <= 1e-10 * np.linalg.norm(a, axis=0)):
        raise ValueError("dependent")
    return q, r


def least_squares(a, b):
    qr(a)
    if b.shape != a.shape[:1]:
        raise ValueError("lengths")
    if a.shape[1] == 0:
        return np.zeros(0)
    size = np.abs(a).max(axis=0)  # columns of one size, so that the cut-off of the singular values means the same for all
    return scipy.linalg.lstsq(a / size, b.astype(float), cond=1e-15)[0] / size
