"""Eigenvectors of A A^T that belong to eigenvalues above rounding."""

import numpy as np


def projection_matrix(a):
    m = len(a)
    top = np.abs(a).max(initial=0)
    if not top:
        return np.zeros((m, m))
    q, r = np.linalg.qr(a / top, mode="complete")
    values, vectors = np.linalg.eigh(r @ r.T)
    u = q @ vectors[:, values > 1e-13 * values.max()]
    return u @ u.T


def project(a, x):
    if np.shape(x) != (len(a),):
        raise ValueError
    inside = projection_matrix(a).dot(x)
    return [float(v) for v in inside], [float(v - w) for v, w in zip(x, inside)]
