"""Exchanges the indices of the first matrix

The two indices of the first matrix have changed places, so its columns are used where its rows belong. For a square
matrix that gives a number everywhere, for others an index runs out of it.
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
                total += a[k][i] * b[k][j]
            c[i][j] = total
    return c


def matvec(a, x):
    if len({len(r) for r in a}) > 1 or len(a[0]) != len(x):
        raise ValueError("shapes")
    return [sum(row[k] * x[k] for k in range(len(x))) for row in a]
