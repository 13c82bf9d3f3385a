"""A class of nodes, counters and lists; a worklist instead of recursion"""
import math
from collections import Counter, deque
from dataclasses import dataclass, field

import numpy as np


@dataclass
class Node:
    rows: list
    depth: int
    said: list = field(default_factory=list)
    value: float = 0.0
    feature: int = -1
    threshold: float = 0.0
    low: "Node" = None
    high: "Node" = None


def impurity(y, criterion):
    y = list(y)
    if criterion == "variance":
        mean = math.fsum(y) / len(y)
        return math.fsum((v - mean) ** 2 for v in y) / len(y)
    shares = [c / len(y) for c in Counter(y).values()]
    if criterion == "gini":
        return 1.0 - math.fsum(p * p for p in shares)
    return math.fsum(p * math.log2(1 / p) for p in shares)


def best_split(X, y, criterion, min_leaf=1):
    table, y = X.tolist(), y.tolist()
    node, best = impurity(y, criterion), None
    for j in range(len(table[0])):
        pairs = sorted((row[j], i) for i, row in enumerate(table))
        for cut in range(max(1, min_leaf), len(pairs) - min_leaf + 1):
            if cut == len(pairs) or pairs[cut - 1][0] == pairs[cut][0]:
                continue
            low, high = [y[i] for _, i in pairs[:cut]], [y[i] for _, i in pairs[cut:]]
            gain = node - (cut * impurity(low, criterion) + len(high) * impurity(high, criterion)) / len(y)
            if best is None or gain - best[2] >= 1e-9:
                best = j, 0.5 * pairs[cut - 1][0] + 0.5 * pairs[cut][0], gain
    return best


def grow(X, y, criterion, max_depth=None, min_leaf=1):
    root = Node(list(range(len(y))), 0)
    todo = deque([root])
    while todo:
        node = todo.popleft()
        mine = [y[i] for i in node.rows]
        split = None
        if node.depth != max_depth and min(mine) < max(mine):
            split = best_split(X[node.rows], y[node.rows], criterion, min_leaf)
        if split is None:
            if criterion == "variance":
                node.value = math.fsum(mine) / len(mine)
            else:
                most = Counter(mine).most_common()
                node.value = min(c for c, n in most if n == most[0][1])
            continue
        node.feature, node.threshold = split[:2]
        name = f"x{node.feature}"
        goes = [i for i in node.rows if X[i, node.feature] <= node.threshold]
        stays = [i for i in node.rows if X[i, node.feature] > node.threshold]
        node.low = Node(goes, node.depth + 1, node.said + [f"{name} <= {node.threshold:g}"])
        node.high = Node(stays, node.depth + 1, node.said + [f"{name} > {node.threshold:g}"])
        todo.extend([node.low, node.high])
    return root


def predict(tree, X):
    out = []
    for row in X:
        node = tree
        while node.low:
            node = node.low if row[node.feature] <= node.threshold else node.high
        out.append(node.value)
    return out


def rules(tree):
    if tree.low:
        return rules(tree.low) + rules(tree.high)
    return [(" and ".join(tree.said) if tree.said else "always") + f" -> {tree.value:g}"]
