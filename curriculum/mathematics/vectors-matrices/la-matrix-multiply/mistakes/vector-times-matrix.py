"""Multiplies the vector from the left

The product with a vector uses the columns of the matrix: that is the vector times the matrix, or the transposed
matrix times the vector. An entry of the result is a row of the matrix times the vector.
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
    return [sum(column[k] * x[k] for k in range(len(a))) for column in zip(*a)]
