"""Plain lists: coordinates in turn in the box, exchanges of mass between two entries on the simplex."""


def project_simplex(v):
    v = [float(x) for x in v]
    ranked = sorted(v, reverse=True)
    total, shift = 0.0, 0.0
    for k, x in enumerate(ranked, 1):
        total += x
        if x - (total - 1) / k > 0:
            shift = (total - 1) / k
    return [max(x - shift, 0.0) for x in v]


def _slope(q, b, x):
    return [sum(float(a) * c for a, c in zip(row, x)) - float(t) for row, t in zip(q, b)]


def gap_box(q, b, x, low, high):
    return sum(g * (c - lo) if g > 0 else g * (c - hi) for g, c, lo, hi in zip(_slope(q, b, x), x, low, high))


def gap_simplex(q, b, x):
    g = _slope(q, b, x)
    return sum((a - min(g)) * c for a, c in zip(g, x))


def minimise_box(q, b, low, high):
    if any(lo > hi for lo, hi in zip(low, high)):
        raise ValueError
    q, b, low, high = q.tolist(), b.tolist(), [float(v) for v in low], [float(v) for v in high]
    x = list(low)
    for _ in range(400):
        for i in range(len(x)):
            g = sum(a * c for a, c in zip(q[i], x)) - b[i]
            if q[i][i] > 0:
                x[i] = min(max(x[i] - g / q[i][i], low[i]), high[i])
            elif g:
                x[i] = low[i] if g > 0 else high[i]
    return x


def minimise_simplex(q, b):
    x = [1 / len(b)] * len(b)
    q, b = q.tolist(), b.tolist()
    for _ in range(20000):
        g = _slope(q, b, x)
        i = min(range(len(x)), key=g.__getitem__)
        j = max((k for k in range(len(x)) if x[k] > 0), key=g.__getitem__)
        if g[j] - g[i] < 1e-9:
            break
        bend = q[i][i] + q[j][j] - 2 * q[i][j]
        move = min(x[j], (g[j] - g[i]) / bend) if bend > 0 else x[j]
        x[i], x[j] = x[i] + move, x[j] - move
    return x
