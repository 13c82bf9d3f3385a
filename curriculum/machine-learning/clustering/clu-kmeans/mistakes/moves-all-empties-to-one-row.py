"""Moves every empty cluster onto the same row

One empty cluster is moved as it should be. With two of them both land on the same worst row, lie on top of each other, and one is empty again in the next round. A
row that has been taken is no longer free for the next.
"""

from itertools import permutations

import numpy as np


def standardise(X):
    spread = X.std(axis=0)
    same = X.max(axis=0) == X.min(axis=0)
    return np.where(same, 0.0, (X - X.mean(axis=0)) / np.where(same, 1.0, spread))


def _distances(X, centres):
    return ((X[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)


def seed_centres(X, u):
    chosen = [int(u[0] * len(X))]
    for draw in u[1:]:
        reach = np.cumsum(_distances(X, X[chosen]).min(axis=1))
        chosen.append(int(np.argmax(reach > draw * reach[-1])))
    return X[chosen]


def kmeans(X, centres, max_iter=100):
    inertias, before = [], None
    for step in range(max_iter + 1):
        distances = _distances(X, centres)
        labels = distances.argmin(axis=1)
        own = distances.min(axis=1)
        inertias.append(float(own.sum()))
        if step == max_iter or (before is not None and np.array_equal(labels, before)):
            break
        before, centres = labels, centres.astype(float)
        for j in range(len(centres)):
            if np.any(labels == j):
                centres[j] = X[labels == j].mean(axis=0)
            else:
                worst = int(own.argmax())
                centres[j] = X[worst]
    return centres, labels, inertias


def cluster(X, draws):
    Z = standardise(X)
    runs = [kmeans(Z, seed_centres(Z, u)) for u in draws]
    return min(runs, key=lambda run: run[2][-1])[1]


def agreement(a, b):
    left, right = sorted(set(map(int, a))), sorted(set(map(int, b)))
    if len(left) > len(right):
        return agreement(b, a)
    hits = [[int(np.sum((np.asarray(a) == i) & (np.asarray(b) == j))) for j in right] for i in left]
    return max(sum(row[j] for row, j in zip(hits, order)) for order in permutations(range(len(right)), len(left))) / len(a)
