"""Swaps the output shape

The entries are right and stand in the transposed place: the row of the first matrix chooses the column of the
result. The outer numbers keep their order, (m, n) times (n, p) gives (m, p).
"""

def matmul(a, b):
    if len({len(r) for r in a}) > 1 or len({len(r) for r in b}) > 1 or len(a[0]) != len(b):
        raise ValueError("shapes")
    m, n, p = len(a), len(b), len(b[0])
    c = [[0] * p for _ in range(m)]
    for i in range(m):
        for j in range(p):
            total = 0
            for k in range(n):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return [list(r) for r in zip(*c)]


def matvec(a, x):
    if len({len(r) for r in a}) > 1 or len(a[0]) != len(x):
        raise ValueError("shapes")
    return [sum(row[k] * x[k] for k in range(len(x))) for row in a]
