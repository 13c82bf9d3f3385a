"""Accepts rows of different lengths

Only the first row is measured. A list whose rows differ in length is no matrix; the code stops with an IndexError,
or silently uses a part of the longer rows.
"""

def matmul(a, b):
    if len(a[0]) != len(b):
        raise ValueError("shapes")
    m, n, p = len(a), len(b), len(b[0])
    c = [[0] * p for _ in range(m)]
    for i in range(m):
        for j in range(p):
            total = 0
            for k in range(n):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return c


def matvec(a, x):
    if len(a[0]) != len(x):
        raise ValueError("shapes")
    return [sum(row[k] * x[k] for k in range(len(x))) for row in a]
