"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import best_split, grow, impurity, rules


def worked():
    """One column, six rows: the gain of every threshold, and the tree."""
    x, y = np.arange(1.0, 7.0), np.array([0, 0, 1, 1, 1, 0])
    _, threshold, gain = best_split(x[:, None], y, "gini")
    sides = [y[x <= threshold], y[x > threshold]]
    shares = [[rf"\frac{len(s)}{len(y)}", impurity(s, "gini")] for s in sides]
    others = []
    for t in x[:-1] + 0.5:
        if t != threshold:
            sides_t = [y[x <= t], y[x > t]]
            others.append(impurity(y, "gini") - sum(len(s) * impurity(s, "gini") for s in sides_t) / len(y))
    counts = [int((sides[1] == c).sum()) for c in (1, 0)] + [len(sides[1])]
    return [x, y, impurity(y, "gini"), threshold, counts, shares, gain, max(others), rules(grow(x[:, None], y, "gini"))]
