"""Three loops over indices into a matrix of zeros."""

def shape(a):
    for row in a:
        if len(row) != len(a[0]):
            raise ValueError("not a matrix")
    return len(a), len(a[0])


def matmul(a, b):
    m, n = shape(a)
    n2, p = shape(b)
    if n != n2:
        raise ValueError(f"shapes ({m}, {n}) and ({n2}, {p}) do not fit")
    c = [[0] * p for _ in range(m)]
    for i in range(m):
        for k in range(n):
            for j in range(p):
                c[i][j] += a[i][k] * b[k][j]
    return c


def matvec(a, x):
    m, n = shape(a)
    if n != len(x):
        raise ValueError("vector does not fit")
    y = []
    for i in range(m):
        s = 0
        for k in range(n):
            s = s + a[i][k] * x[k]
        y.append(s)
    return y
