"""One-sided Jacobi: rotates pairs of columns until all are perpendicular; no numpy.linalg."""

import numpy as np


def _svd(a):
    a = np.array(a, dtype=float)
    flip = a.shape[0] < a.shape[1]
    w = a.T.copy() if flip else a
    v = np.eye(w.shape[1])
    negligible = 1e-13 * (w**2).sum()
    for _ in range(40):
        turned = False
        for p in range(w.shape[1] - 1):
            for q in range(p + 1, w.shape[1]):
                x, y = w[:, p], w[:, q]
                xx, yy, xy = x @ x, y @ y, x @ y
                if abs(xy) <= max(1e-9 * np.sqrt(xx * yy), negligible):
                    continue
                turned = True
                z = (yy - xx) / (2 * xy)
                t = (1.0 if z >= 0 else -1.0) / (abs(z) + np.hypot(1, z))
                c = 1 / np.hypot(1, t)
                turn = np.array([[c, c * t], [-c * t, c]])
                w[:, [p, q]] = w[:, [p, q]] @ turn
                v[:, [p, q]] = v[:, [p, q]] @ turn
        if not turned:
            break
    order = np.argsort(-(w**2).sum(axis=0))
    w, v = w[:, order], v[:, order]
    return (v, w.T) if flip else (w, v.T)


def _sizes(left, right):
    return np.sqrt((left**2).sum(axis=0) * (right**2).sum(axis=1))


def low_rank(a, k):
    if k < 0:
        raise ValueError
    left, right = _svd(a)
    s = _sizes(left, right)
    total = (s**2).sum()
    return left[:, :k] @ right[:k], float(np.sqrt((s[k:] ** 2).sum() / total)) if total > 0 else 0


def compress(image, max_error):
    if max_error <= 0 or max_error >= 1:
        raise ValueError
    left, right = _svd(image)
    s = _sizes(left, right)
    left_over = np.sqrt(np.array([(s[k:] ** 2).sum() for k in range(len(s) + 1)]))
    k = int(np.argmax(left_over <= max_error * left_over[0]))
    return left[:, :k], right[:k, :]
