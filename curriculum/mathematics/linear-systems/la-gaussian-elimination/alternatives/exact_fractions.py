"""Exact arithmetic with fractions.Fraction; floats only in what is returned."""

from fractions import Fraction

import numpy as np


def rref(a):
    if a.ndim != 2:
        raise ValueError("two dimensions, please")
    grid = [[Fraction(v) for v in row] for row in a.tolist()]
    tiny = max((abs(v) for row in grid for v in row), default=Fraction(0)) / 10**10
    history, r = [], 0
    for c in range(a.shape[1]):
        rest = list(range(r, len(grid)))
        rest.sort(key=lambda i: -abs(grid[i][c]))
        if not rest:
            break
        if abs(grid[rest[0]][c]) <= tiny:
            for i in rest:
                grid[i][c] = Fraction(0)
            continue
        i = rest[0]
        grid[r], grid[i] = grid[i], grid[r]
        history += [("swap", r, i), ("scale", r, float(1 / grid[r][c]))]
        grid[r] = [v / grid[r][c] for v in grid[r]]
        for i, row in enumerate(grid):
            if i != r and row[c]:
                history.append(("add", i, r, -float(row[c])))
                grid[i] = [v - row[c] * w for v, w in zip(row, grid[r])]
        r += 1
    return np.array([[float(v) for v in row] for row in grid]).reshape(a.shape), history
