"""Early exit from loops over deviations; odds instead of shares."""


def _stays(payoffs, here):
    for other in payoffs:
        if other > here:
            return False
    return True


def pure_equilibria(a, b):
    cells = []
    for i, row in enumerate(a):
        for j, here in enumerate(row):
            if _stays(a[:, j], here) and _stays(b[i, :], b[i, j]):
                cells.append([i, j])
    return cells


def mixed_equilibrium(a, b):
    top, bottom = float(b[0, 0] - b[0, 1]), float(b[1, 1] - b[1, 0])
    left, right = float(a[0, 0] - a[1, 0]), float(a[1, 1] - a[0, 1])
    if top * bottom <= 0 or left * right <= 0:
        return None
    p, q = bottom / (top + bottom), right / (left + right)
    x, y = [p, 1 - p], [q, 1 - q]
    return p, q, sum(x[i] * y[j] * a[i, j] for i in (0, 1) for j in (0, 1)), sum(x[i] * y[j] * b[i, j] for i in (0, 1) for j in (0, 1))
