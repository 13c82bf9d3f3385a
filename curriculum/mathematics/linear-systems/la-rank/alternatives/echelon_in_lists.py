"""Reduced echelon form in plain lists."""

def independent_columns(a):
    if len(a.shape) != 2:
        raise ValueError("need two axes")
    rows = [[float(x) for x in row] for row in a]
    biggest = max((abs(x) for row in rows for x in row), default=0.0)
    top, pivots = 0, []
    for j in range(a.shape[1]):
        candidates = [(abs(rows[i][j]), i) for i in range(top, len(rows))]
        if not candidates or max(candidates)[0] <= 1e-8 * biggest:
            continue
        i = max(candidates)[1]
        rows[top], rows[i] = rows[i], rows[top]
        for k in range(len(rows)):
            if k != top:
                c = rows[k][j] / rows[top][j]
                rows[k] = [x - c * y for x, y in zip(rows[k], rows[top])]
        pivots.append(j)
        top += 1
    return tuple(pivots)


def rank(a):
    return len(independent_columns(a))
