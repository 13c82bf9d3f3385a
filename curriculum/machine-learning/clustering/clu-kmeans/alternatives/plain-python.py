"""Loops and lists, no arrays until the end"""
import itertools
import math


def standardise(X):
    columns = []
    for column in zip(*X.tolist()):
        m = math.fsum(column) / len(column)
        s = math.sqrt(math.fsum((v - m) ** 2 for v in column) / len(column))
        columns.append([0.0 if min(column) == max(column) else (v - m) / s for v in column])
    import numpy as np
    return np.array(list(zip(*columns)))


def d2(p, q):
    return sum((a - b) * (a - b) for a, b in zip(p, q))


def seed_centres(X, u):
    rows = [tuple(r) for r in X.tolist()]
    seeds = [rows[math.floor(u[0] * len(rows))]]
    for draw in list(u)[1:]:
        w = [min(d2(r, s) for s in seeds) for r in rows]
        total, run = sum(w), 0.0
        for r, weight in zip(rows, w):
            run += weight
            if run > draw * total:
                seeds.append(r)
                break
        else:
            seeds.append(rows[0])
    return seeds


def kmeans(X, centres, max_iter=100):
    rows = [tuple(r) for r in X.tolist()]
    centres = [tuple(map(float, c)) for c in centres]
    k, inertias, old = len(centres), [], None
    updates = 0
    while True:
        labels, far = [], []
        for r in rows:
            best, at = math.inf, 0
            for j, c in enumerate(centres):
                if (d := d2(r, c)) < best:
                    best, at = d, j
            labels.append(at)
            far.append(best)
        inertias.append(math.fsum(far))
        if labels == old or updates == max_iter:
            return centres, labels, inertias
        updates += 1
        old, new = labels, [None] * k
        for j in range(k):
            mine = [r for r, label in zip(rows, labels) if label == j]
            if mine:
                new[j] = tuple(math.fsum(column) / len(mine) for column in zip(*mine))
        worst = sorted(range(len(rows)), key=lambda i: -far[i])
        for j in range(k):
            if new[j] is None:
                new[j] = rows[worst.pop(0)]
        centres = new


def cluster(X, draws):
    Z = standardise(X)
    best = None
    for u in draws:
        _, labels, inertias = kmeans(Z, seed_centres(Z, u))
        if best is None or inertias[-1] < best[0]:
            best = (inertias[-1], labels)
    return best[1]


def agreement(a, b):
    a, b = list(a), list(b)
    names = sorted(set(b)) + [None] * len(set(a))
    own = sorted(set(a))
    best = 0
    for chosen in set(itertools.permutations(range(len(set(b))), min(len(own), len(set(b))))):
        for slots in itertools.combinations(range(len(own)), len(chosen)):
            rename = {own[s]: names[c] for s, c in zip(slots, chosen)}
            best = max(best, sum(rename.get(x) == y for x, y in zip(a, b)))
    return best / len(a)
