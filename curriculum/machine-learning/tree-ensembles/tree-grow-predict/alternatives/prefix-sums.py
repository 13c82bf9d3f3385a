"""Sorted columns and running sums instead of masks; the tree as tuples"""
import numpy as np


def _of_counts(c, criterion):
    n = c.sum(-1, keepdims=True)
    p = c / np.maximum(n, 1)
    if criterion == "gini":
        return (p * (1 - p)).sum(-1)
    return -(p * np.log2(np.where(p > 0, p, 1))).sum(-1)


def impurity(y, criterion):
    y = np.asarray(y)
    if criterion == "variance":
        return ((y - y.mean()) ** 2).mean()
    return _of_counts(np.unique(y, return_counts=True)[1][None, :], criterion)[0]


def best_split(X, y, criterion, min_leaf=1):
    n = len(y)
    whole, found = impurity(y, criterion), []
    sizes = np.arange(1, n)
    for j in range(X.shape[1]):
        order = np.argsort(X[:, j], kind="stable")
        x, t = X[order, j], y[order]
        if criterion == "variance":
            t = t - y.mean()
            s, q = np.cumsum(t), np.cumsum(t * t)
            left = q[:-1] / sizes - (s[:-1] / sizes) ** 2
            right = (q[-1] - q[:-1]) / (n - sizes) - ((s[-1] - s[:-1]) / (n - sizes)) ** 2
        else:
            hot = (t[:, None] == np.unique(y)).cumsum(0)
            left, right = _of_counts(hot[:-1], criterion), _of_counts(hot[-1] - hot[:-1], criterion)
        gain = whole - (sizes * left + (n - sizes) * right) / n
        for i in np.flatnonzero((x[1:] > x[:-1]) & (sizes >= min_leaf) & (n - sizes >= min_leaf)):
            found.append((j, (x[i] + x[i + 1]) / 2, gain[i]))
    if not found:
        return None
    top = max(f[2] for f in found)
    return next(f for f in found if f[2] > top - 1e-9)


def grow(X, y, criterion, max_depth=None, min_leaf=1):
    room = float("inf") if max_depth is None else max_depth
    split = best_split(X, y, criterion, min_leaf) if room > 0 and len(set(y.tolist())) > 1 else None
    if not split:
        if criterion == "variance":
            return y.sum() / len(y)
        return max(sorted(set(y.tolist())), key=lambda c: np.count_nonzero(y == c))
    j, t, _ = split
    go = X[:, j] <= t
    return (j, t, grow(X[go], y[go], criterion, room - 1, min_leaf), grow(X[~go], y[~go], criterion, room - 1, min_leaf))


def predict(tree, X):
    def one(row):
        node = tree
        while isinstance(node, tuple):
            node = node[2] if row[node[0]] <= node[1] else node[3]
        return node

    return np.array([one(r) for r in X])


def rules(tree):
    if not isinstance(tree, tuple):
        return ["always -> %g" % tree]
    j, t, a, b = tree
    lines = []
    for sign, side in (("<=", a), (">", b)):
        for line in rules(side):
            head = "x%d %s %g" % (j, sign, t)
            lines.append(line.replace("always", head) if line.startswith("always") else head + " and " + line)
    return lines
