"""Never resets the sum

The running sum starts once for each row and not for each entry, so every entry also holds those to the left of it. A
new entry is a new dot product and begins at 0.
"""

def matmul(a, b):
    if len({len(r) for r in a}) > 1 or len({len(r) for r in b}) > 1 or len(a[0]) != len(b):
        raise ValueError("shapes")
    m, n, p = len(a), len(b), len(b[0])
    c = [[0] * p for _ in range(m)]
    for i in range(m):
        total = 0
        for j in range(p):
            for k in range(n):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return c


def matvec(a, x):
    if len({len(r) for r in a}) > 1 or len(a[0]) != len(x):
        raise ValueError("shapes")
    return [sum(row[k] * x[k] for k in range(len(x))) for row in a]
