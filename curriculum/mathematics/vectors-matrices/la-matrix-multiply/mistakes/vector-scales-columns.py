"""Multiplies each column and does not add

Every entry of a row is multiplied by its partner in the vector and left there. The result is a matrix; a row times
the vector is one number, the sum of these products.
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
    return c


def matvec(a, x):
    if len({len(r) for r in a}) > 1 or len(a[0]) != len(x):
        raise ValueError("shapes")
    return [[row[k] * x[k] for k in range(len(x))] for row in a]
