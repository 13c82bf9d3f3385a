"""R of NumPy's QR; the columns by growing ranks."""

import numpy as np


def _rank(b):
    if 0 in b.shape:
        return 0
    return int(np.sum(np.linalg.svd(np.linalg.qr(b)[1], compute_uv=False) > 1e-8))


def _scaled(a):
    if np.ndim(a) != 2:
        raise ValueError("ndim")
    top = np.abs(a).max() if a.size else 0
    return a / top if top > 0 else np.asarray(a, float)


def rank(a):
    return _rank(_scaled(a))


def independent_columns(a):
    b = _scaled(a)
    have, before = [], 0
    for j in range(b.shape[1]):
        now = _rank(b[:, : j + 1])
        if now > before:
            have += [j]
        before = now
    return have
