"""scipy and pandas for the impurities, all thresholds of a column at once by broadcasting, a flat list of nodes"""
import numpy as np
import pandas as pd
from scipy.stats import entropy, moment


def impurity(y, criterion):
    if criterion == "variance":
        return moment(y, 2)
    share = np.bincount(pd.factorize(y)[0]) / len(y)
    return entropy(share, base=2) if criterion == "entropy" else 1 - (share @ share)


def best_split(X, y, criterion, min_leaf=1):
    best, whole = None, impurity(y, criterion)
    n, d = X.shape
    for j in range(d):
        v = np.sort(np.unique(X[:, j]))
        cuts = v[:-1] + np.diff(v) / 2
        below = X[:, j][None, :] <= cuts[:, None]
        sizes = below.sum(1)
        for cut, mask, k in zip(cuts, below, sizes):
            if k < min_leaf or n - k < min_leaf:
                continue
            g = whole - np.average([impurity(y[mask], criterion), impurity(y[~mask], criterion)], weights=[k, n - k])
            if best is None or g > best[2] + 1e-9:
                best = [j, cut, g]
    return best and tuple(best)


def grow(X, y, criterion, max_depth=None, min_leaf=1):
    nodes = []

    def add(rows, depth):
        at = len(nodes)
        nodes.append(None)
        t = y[rows]
        found = None
        if (max_depth is None or depth < max_depth) and np.unique(t).size > 1:
            found = best_split(X[rows], t, criterion, min_leaf)
        if found is None:
            nodes[at] = t.mean() if criterion == "variance" else pd.Series(t).mode().min()
        else:
            j, cut, _ = found
            nodes[at] = [j, cut, None, None]
            nodes[at][2] = add(rows[X[rows, j] <= cut], depth + 1)
            nodes[at][3] = add(rows[~(X[rows, j] <= cut)], depth + 1)
        return at

    add(np.arange(len(y)), 0)
    return nodes


def predict(tree, X):
    at = np.zeros(len(X), int)
    moving = True
    while moving:
        moving = False
        for i, node in enumerate(tree):
            here = at == i
            if isinstance(node, list) and here.any():
                at[here] = np.where(X[here, node[0]] <= node[1], node[2], node[3])
                moving = True
    return np.array([tree[i] for i in at], dtype=float)


def rules(tree, at=0, before=""):
    node = tree[at]
    if not isinstance(node, list):
        return [(before or "always") + " -> " + format(node, "g")]
    join = before + " and " if before else ""
    low = rules(tree, node[2], f"{join}x{node[0]} <= {node[1]:g}")
    return low + rules(tree, node[3], f"{join}x{node[0]} > {node[1]:g}")
