"""Forward elimination on a scaled copy, then back-substitution for several right sides."""

import numpy as np


def solve(a, b):
    m, n = a.shape
    t = np.hstack([a, b.reshape(-1, 1)]) * 1.0
    t = t / (np.max(np.abs(t)) or 1.0)
    row, basic = 0, []
    for j in range(n):
        if row == m:
            break
        k = row + int(abs(t[row:, j]).argmax())
        if abs(t[k, j]) < 1e-9:
            t[row:, j] = 0
            continue
        t[[row, k]] = t[[k, row]]
        for i in range(row + 1, m):
            t[i] = t[i] - t[row] * (t[i, j] / t[row, j])
        basic.append(j)
        row += 1
    if row < m and np.any(abs(t[row:, n]) > 1e-9):
        return "inconsistent", np.array([]), np.array([])
    free = [j for j in range(n) if j not in basic]

    def back(right, fixed):
        x = np.array(fixed, float)
        for i in reversed(range(row)):
            x[basic[i]] = (right[i] - t[i, :n] @ np.where(np.arange(n) == basic[i], 0, x)) / t[i, basic[i]]
        return x

    p = back(t[:, n], np.zeros(n))
    if not free:
        return "unique", p, np.zeros((0, n))
    return "family", p, np.array([back(np.zeros(m), np.eye(n)[j]) for j in free])
