"""The tree is a pair of functions; impurities from one-hot sums"""
import numpy as np


def impurity(y, criterion):
    y = np.asarray(y, dtype=float)
    if criterion == "variance":
        return np.square(y - np.average(y)).sum() / y.size
    p = (y[:, None] == np.array(sorted(set(y)))[None, :]).mean(axis=0)
    return (1.0 - p @ p) if criterion == "gini" else -(p * np.log(p)).sum() / np.log(2)


def candidates(X, y, criterion, min_leaf):
    for feature, column in enumerate(X.T):
        for low, high in zip(sorted(set(column)), sorted(set(column))[1:]):
            t = (low + high) / 2
            a, b = y[column <= t], y[column > t]
            if a.size >= min_leaf <= b.size:
                yield feature, t, impurity(y, criterion) - (a.size * impurity(a, criterion) + b.size * impurity(b, criterion)) / y.size


def best_split(X, y, criterion, min_leaf=1):
    every = list(candidates(X, y, criterion, min_leaf))
    if not every:
        return None
    limit = max(g for _, _, g in every) - 1e-9
    return min((f for f in every if f[2] >= limit), key=lambda f: (f[0], f[1]))


def grow(X, y, criterion, max_depth=None, min_leaf=1):
    split = None
    if max_depth != 0 and not (y == y[0]).all():
        split = best_split(X, y, criterion, min_leaf)
    if split is None:
        names, counts = np.unique(y, return_counts=True)
        value = y.mean() if criterion == "variance" else names[np.argmax(counts)]
        return (lambda row: value), (lambda words: [" and ".join(words or ["always"]) + f" -> {value:g}"])
    j, t, _ = split
    deeper = None if max_depth is None else max_depth - 1
    goes = X[:, j] <= t
    low, tell_low = grow(X[goes], y[goes], criterion, deeper, min_leaf)
    high, tell_high = grow(X[~goes], y[~goes], criterion, deeper, min_leaf)
    return (
        (lambda row: low(row) if row[j] <= t else high(row)),
        (lambda words: tell_low([*words, f"x{j} <= {t:g}"]) + tell_high([*words, f"x{j} > {t:g}"])),
    )


def predict(tree, X):
    return np.array([tree[0](row) for row in X])


def rules(tree):
    return tree[1]([])
