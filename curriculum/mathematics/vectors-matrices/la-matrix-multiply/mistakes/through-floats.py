"""Computes whole numbers in floats

The sum starts as a float, so whole numbers are rounded once they pass 2 to the 53rd. Python's own whole numbers have
no such limit if the sum starts as one.
"""

def matmul(a, b):
    if len({len(r) for r in a}) > 1 or len({len(r) for r in b}) > 1 or len(a[0]) != len(b):
        raise ValueError("shapes")
    m, n, p = len(a), len(b), len(b[0])
    c = [[0] * p for _ in range(m)]
    for i in range(m):
        for j in range(p):
            total = 0.0
            for k in range(n):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return c


def matvec(a, x):
    if len({len(r) for r in a}) > 1 or len(a[0]) != len(x):
        raise ValueError("shapes")
    return [sum((row[k] * x[k] for k in range(len(x))), 0.0) for row in a]
