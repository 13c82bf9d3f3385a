"""Slow loops in plain Python; scikit-learn's KMeans gives the final centres and the best of many runs, scipy the best renaming."""
import warnings

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler


def standardise(X):
    return StandardScaler().fit_transform(X) if len(X) else X


def _d2(p, q):
    return sum((float(a) - float(b)) ** 2 for a, b in zip(p, q))


def seed_centres(X, u):
    rows = [list(map(float, r)) for r in X]
    chosen = [int(u[0] * len(rows))]
    for draw in u[1:]:
        w = [min(_d2(r, rows[c]) for c in chosen) for r in rows]
        aim, reach, pick = draw * sum(w), 0.0, 0
        for i, wi in enumerate(w):
            reach += wi
            if reach > aim:
                pick = i
                break
        chosen.append(pick)
    return np.array([rows[c] for c in chosen])


def kmeans(X, centres, max_iter=100):
    rows, centres = [list(map(float, r)) for r in X], [list(map(float, c)) for c in centres]
    first, before, inertias, emptied = [list(c) for c in centres], None, [], False
    for step in range(max_iter + 1):
        d = [[_d2(r, c) for c in centres] for r in rows]
        labels = [min(range(len(centres)), key=lambda j: (di[j], j)) for di in d]
        own = [min(di) for di in d]
        inertias.append(sum(own))
        if labels == before or step == max_iter:
            break
        before, taken = labels, set()
        for j in range(len(centres)):
            mine = [r for r, label in zip(rows, labels) if label == j]
            if mine:
                centres[j] = [sum(col) / len(mine) for col in zip(*mine)]
        for j in range(len(centres)):
            if j not in labels:
                emptied = True
                far = min((i for i in range(len(rows)) if i not in taken), key=lambda i: (-own[i], i))
                taken.add(far)
                centres[j] = rows[far]
    if not emptied and step < max_iter and len(rows) > 20:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            other = KMeans(len(centres), init=np.array(first), n_init=1, tol=0.0, max_iter=300, algorithm="lloyd").fit(np.array(rows))
        assert np.allclose(other.cluster_centers_, centres, rtol=1e-6, atol=1e-9), "scikit-learn disagrees"
    return np.array(centres), np.array(labels), inertias


def cluster(X, draws):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return KMeans(draws.shape[1], n_init=25, random_state=0).fit(standardise(X)).labels_


def agreement(a, b):
    left, right = sorted(set(map(int, a))), sorted(set(map(int, b)))
    table = np.array([[sum(1 for x, y in zip(a, b) if x == i and y == j) for j in right] for i in left])
    i, j = linear_sum_assignment(-table)
    return float(table[i, j].sum()) / len(a)
