"""Exhaustive search in exact fractions; where scikit-learn's tree has a unique way to grow, its predictions must be ours."""
import math
from collections import Counter
from fractions import Fraction

import numpy as np
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor


def _impurity(y, criterion):
    n = len(y)
    if criterion == "variance":
        mean = sum(y) / n
        return sum((v - mean) ** 2 for v in y) / n
    counts = [Fraction(c, n) for c in Counter(y).values()]
    if criterion == "gini":
        return 1 - sum(p * p for p in counts)
    return -sum(float(p) * math.log2(p) for p in counts)


def _plain(y, criterion):
    return [Fraction(float(v)) for v in y] if criterion == "variance" and len(y) <= 60 else [float(v) if criterion == "variance" else int(v) for v in y]


def impurity(y, criterion):
    return float(_impurity(_plain(y, criterion), criterion))


def _search(rows, y, criterion, min_leaf):
    whole, found = _impurity(y, criterion), []
    for j in range(len(rows[0])):
        values = sorted({r[j] for r in rows})
        for a, b in zip(values, values[1:]):
            t = (a + b) / 2
            left = [v for r, v in zip(rows, y) if r[j] <= t]
            right = [v for r, v in zip(rows, y) if r[j] > t]
            if len(left) >= min_leaf and len(right) >= min_leaf:
                lost = (len(left) * _impurity(left, criterion) + len(right) * _impurity(right, criterion)) / len(y)
                found.append((j, t, float(whole - lost)))
    if not found:
        return None
    top = max(f[2] for f in found)
    return min(f for f in found if f[2] > top - 1e-9)


def best_split(X, y, criterion, min_leaf=1):
    return _search([tuple(map(float, r)) for r in X], _plain(y, criterion), criterion, min_leaf)


class Node:
    def __init__(self, rows, y, criterion, max_depth, min_leaf, depth):
        self.split = None
        if depth != max_depth and len(set(y)) > 1:
            self.split = _search(rows, y, criterion, min_leaf)
        if self.split is None:
            counts = Counter(y)
            self.value = float(sum(y) / len(y)) if criterion == "variance" else min(c for c in counts if counts[c] == max(counts.values()))
            return
        j, t, _ = self.split
        parts = [[(r, v) for r, v in zip(rows, y) if (r[j] <= t) == side] for side in (True, False)]
        self.sides = [Node([r for r, _ in p], [v for _, v in p], criterion, max_depth, min_leaf, depth + 1) for p in parts]

    def at(self, row):
        node = self
        while node.split:
            node = node.sides[0 if row[node.split[0]] <= node.split[1] else 1]
        return node.value


def grow(X, y, criterion, max_depth=None, min_leaf=1):
    root = Node([tuple(map(float, r)) for r in X], _plain(y, criterion), criterion, max_depth, min_leaf, 0)
    if len(y) >= 100 and max_depth:  # continuous columns and a shallow tree: no ties
        make = DecisionTreeRegressor if criterion == "variance" else DecisionTreeClassifier
        other = make(criterion={"variance": "squared_error"}.get(criterion, criterion), max_depth=max_depth, min_samples_leaf=min_leaf, random_state=0).fit(X, y)
        mine = [root.at(r) for r in X]
        assert np.mean(np.isclose(other.predict(X), mine)) > 0.99, "scikit-learn grows another tree"
    return root


def predict(tree, X):
    return [tree.at(r) for r in X.tolist()]


def rules(tree):
    if not tree.split:
        return [f"always -> {tree.value:g}"]
    lines = []
    for sign, side in zip(("<=", ">"), tree.sides):
        for line in rules(side):
            condition = f"x{tree.split[0]} {sign} {tree.split[1]:g}"
            lines.append(f"{condition}{line.removeprefix('always')}" if line.startswith("always") else f"{condition} and {line}")
    return lines
