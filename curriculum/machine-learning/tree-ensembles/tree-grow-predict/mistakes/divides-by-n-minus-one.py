"""Takes the variance of a sample

The sum of squares is divided by one less than the number of rows. Small sides then look worse than they are, a side with one row has no variance at all, and other splits win. The rows of
a node are all there is; divide by their number.
"""

import numpy as np


def impurity(y, criterion):
    if criterion == "variance":
        return float(np.var(y, ddof=1)) if len(y) > 1 else 0.0
    p = np.unique(y, return_counts=True)[1] / len(y)
    return float(1 - np.sum(p**2)) if criterion == "gini" else float(-np.sum(p * np.log2(p)))


def best_split(X, y, criterion, min_leaf=1):
    whole, best = impurity(y, criterion), None
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in (values[:-1] + values[1:]) / 2:
            left = X[:, feature] <= threshold
            share = left.mean()
            if min(left.sum(), (~left).sum()) < min_leaf:
                continue
            gain = whole - share * impurity(y[left], criterion) - (1 - share) * impurity(y[~left], criterion)
            if best is None or gain > best[2] + 1e-9:
                best = (feature, float(threshold), float(gain))
    return best


def _leaf_value(y, criterion):
    if criterion == "variance":
        return float(np.mean(y))
    classes, counts = np.unique(y, return_counts=True)
    return int(classes[counts.argmax()])


def grow(X, y, criterion, max_depth=None, min_leaf=1, depth=0):
    split = None
    if depth != max_depth and np.any(y != y[0]):
        split = best_split(X, y, criterion, min_leaf)
    if split is None:
        return {"value": _leaf_value(y, criterion)}
    feature, threshold, _ = split
    left = X[:, feature] <= threshold
    sides = [grow(X[side], y[side], criterion, max_depth, min_leaf, depth + 1) for side in (left, ~left)]
    return {"feature": feature, "threshold": threshold, "sides": sides}


def predict(tree, X):
    if "value" in tree:
        return np.full(len(X), tree["value"])
    left = X[:, tree["feature"]] <= tree["threshold"]
    return np.where(left, predict(tree["sides"][0], X), predict(tree["sides"][1], X))


def rules(tree, path=()):
    if "value" in tree:
        return [f"{' and '.join(path) or 'always'} -> {tree['value']:g}"]
    found = []
    for sign, side in zip(("<=", ">"), tree["sides"]):
        found += rules(side, (*path, f"x{tree['feature']} {sign} {tree['threshold']:g}"))
    return found
