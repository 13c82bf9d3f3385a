"""Builds the result from one row many times

The zero matrix is made by repeating a list of lists. That repeats the reference: all rows are one and the same list,
and every row of the result shows what was written last.
"""

def matmul(a, b):
    if len({len(r) for r in a}) > 1 or len({len(r) for r in b}) > 1 or len(a[0]) != len(b):
        raise ValueError("shapes")
    m, n, p = len(a), len(b), len(b[0])
    c = [[0] * p] * m
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
    return [sum(row[k] * x[k] for k in range(len(x))) for row in a]
