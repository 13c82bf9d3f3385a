"""Distances by expanding the square, means by bincount, renamings by dynamic programming over subsets"""
import numpy as np


def standardise(X):
    C = X - np.mean(X, axis=0, keepdims=True)
    s = np.sqrt(np.mean(C * C, axis=0))
    s[np.all(X == X[:1], axis=0)] = np.inf
    return C / s


def squares(X, C):
    m = X.mean(0)
    A, B = X - m, C - m
    return np.maximum((A * A).sum(1)[:, None] - 2 * A @ B.T + (B * B).sum(1), 0)


def seed_centres(X, u):
    idx = [int(u[0] * len(X))]
    near = ((X - X[idx[0]]) ** 2).sum(1)
    for t in u[1:]:
        above = np.nonzero(np.add.accumulate(near) > t * near.sum())[0]
        idx.append(int(above[0]) if len(above) else 0)
        near = np.minimum(near, ((X - X[idx[-1]]) ** 2).sum(1))
    return X[idx, :].copy()


def kmeans(X, centres, max_iter=100):
    C = np.array(centres, dtype=float)
    k, js, last = len(C), [], None
    made = 0
    while True:
        D = squares(X, C)
        lab = D.argmin(1)
        own = np.take_along_axis(D, lab[:, None], 1)[:, 0]
        js += [own.sum()]
        if last is not None and not (lab != last).any():
            break
        if made >= max_iter:
            break
        n = np.bincount(lab, minlength=k)
        with np.errstate(all="ignore"):
            C = np.stack([np.bincount(lab, X[:, f], k) / n for f in range(X.shape[1])], 1)
        free = own.copy()
        for j in np.where(n == 0)[0]:
            i = free.argmax()
            C[j], free[i] = X[i], -np.inf
        last, made = lab, made + 1
    return [C, lab.astype(np.int32), js]


def cluster(X, draws):
    Z, least, keep = standardise(X), np.inf, None
    for u in draws:
        _, lab, js = kmeans(Z, seed_centres(Z, u))
        if js[-1] < least:
            least, keep = js[-1], lab
    return keep


def agreement(a, b):
    rows, cols = sorted(set(a.tolist())), sorted(set(b.tolist()))
    best = {0: 0}
    for r in rows:
        nxt = dict(best)
        for used, value in best.items():
            for c, name in enumerate(cols):
                if not used >> c & 1:
                    key = used | 1 << c
                    nxt[key] = max(nxt.get(key, -1), value + int(((a == r) & (b == name)).sum()))
        best = nxt
    return max(best.values()) / a.size
