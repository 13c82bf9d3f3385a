"""A sum of outer products, one for each inner index, kept in a dict."""

def matmul(a, b):
    width, height = {len(r) for r in a}, {len(r) for r in b}
    if width != {len(b)} or len(height) != 1:
        raise ValueError("shapes")
    cells = {}
    for k, right in enumerate(b):
        for i, row in enumerate(a):
            for j, value in enumerate(right):
                cells[i, j] = cells.get((i, j), 0) + row[k] * value
    p = height.pop()
    return [[cells[i, j] for j in range(p)] for i in range(len(a))]


def matvec(a, x):
    if {len(r) for r in a} != {len(x)}:
        raise ValueError("shapes")
    columns = list(zip(*a))
    y = [0 for _ in a]
    for c, column in zip(x, columns):
        for i, v in enumerate(column):
            y[i] += c * v
    return y
