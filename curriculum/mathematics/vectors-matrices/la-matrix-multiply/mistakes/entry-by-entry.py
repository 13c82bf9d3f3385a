"""Multiplies element by element

The code multiplies entries that stand in the same place. For matrices of one shape that gives a table, but it is not
the product of two maps: an entry of the product needs a whole row and a whole column. With other shapes there are no
partners at all.
"""

def matmul(a, b):
    if len({len(r) for r in a}) > 1 or len({len(r) for r in b}) > 1 or len(a[0]) != len(b):
        raise ValueError("shapes")
    return [[x * y for x, y in zip(r, s)] for r, s in zip(a, b)]
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
    return [sum(row[k] * x[k] for k in range(len(x))) for row in a]
