"""scipy.linalg.svd with the classical QR algorithm; the error is measured on the difference, the rank tried one by one."""

import numpy as np
import scipy.linalg


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    best = np.zeros(a.shape)
    if a.size:
        u, s, vt = scipy.linalg.svd(a, lapack_driver="gesvd")
        for i in range(min(k, len(s))):
            best = best + s[i] * np.outer(u[:, i], vt[i])
    size = np.linalg.norm(a)
    return best, float(np.linalg.norm(a - best) / size) if size else 0.0


def compress(image, max_error):
    if max_error <= 0 or max_error >= 1:
        raise ValueError("outside")
    k = 0
    while low_rank(image, k)[1] > max_error:
        k += 1
    if k == 0:
        return np.zeros((image.shape[0], 0)), np.zeros((0, image.shape[1]))
    u, s, vt = scipy.linalg.svd(image.astype(float), lapack_driver="gesvd")
    return u[:, :k], s[:k, None] * vt[:k]
