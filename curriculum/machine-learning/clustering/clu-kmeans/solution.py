"""K-means by array operations; the best renaming by trying them all."""

from itertools import count, permutations

import numpy as np
from scipy.spatial.distance import cdist


def standardise(X):
    Z = X - X.mean(axis=0)
    same = np.ptp(X, axis=0) == 0
    Z[:, ~same] /= X.std(axis=0)[~same]
    return Z


def seed_centres(X, u):
    chosen = [int(u[0] * len(X))]
    for draw in u[1:]:
        reach = np.cumsum(cdist(X, X[chosen], "sqeuclidean").min(axis=1))
        chosen.append(int(np.argmax(reach > draw * reach[-1])))
    return X[chosen]


def kmeans(X, centres, max_iter=100):
    inertias, before = [], None
    for step in count():
        distances = cdist(X, centres, "sqeuclidean")
        labels, own = distances.argmin(axis=1), distances.min(axis=1)
        inertias.append(float(own.sum()))
        if step == max_iter or np.array_equal(labels, before):
            return centres, labels, inertias
        before, centres = labels, centres.copy()
        worst_first = iter(np.lexsort((-own,)))
        for j in range(len(centres)):
            mine = labels == j
            centres[j] = X[mine].mean(axis=0) if mine.any() else X[next(worst_first)]


def cluster(X, draws):
    Z, runs = standardise(X), []
    for u in draws:
        _, labels, (*_, final) = kmeans(Z, seed_centres(Z, u))
        runs.append((final, len(runs), labels))
    return min(runs)[2]


def agreement(a, b):
    left, right = sorted(set(map(int, a))), sorted(set(map(int, b)))
    if len(left) > len(right):
        return agreement(b, a)
    hits = [[int(np.sum((np.asarray(a) == i) & (np.asarray(b) == j))) for j in right] for i in left]
    return max(sum(row[j] for row, j in zip(hits, order)) for order in permutations(range(len(right)), len(left))) / len(a)
