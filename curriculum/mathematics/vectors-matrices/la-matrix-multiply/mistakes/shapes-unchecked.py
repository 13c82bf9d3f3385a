"""Does not check the shapes

The code pairs a row and a column as far as both go. If one is longer, the rest is dropped, and a caller who has
mixed up two shapes gets numbers. The shapes have to be compared first.
"""

def matmul(a, b):
    if len({len(r) for r in a}) > 1 or len({len(r) for r in b}) > 1:
        raise ValueError("shapes")
    return [[sum(x * y for x, y in zip(r, s)) for s in zip(*b)] for r in a]
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
    if len({len(r) for r in a}) > 1:
        raise ValueError("shapes")
    return [sum(v * w for v, w in zip(row, x)) for row in a]
