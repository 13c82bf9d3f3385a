"""Simpson's rule on a grid of 201 by 201 points, the region stretched to a square."""

import numpy as np


def _weights(n):
    w = np.ones(n + 1)
    w[1:-1:2], w[2:-1:2] = 4, 2
    return w / (3 * n)


W = _weights(200)
T = np.linspace(0, 1, 201)


def between_curves(f, a, b, lower, upper):
    x = a + (b - a) * T
    lo, hi = lower(x)[:, None], upper(x)[:, None]
    y = lo + (hi - lo) * T
    values = f(np.broadcast_to(x[:, None], y.shape), y) * (hi - lo)
    return float((b - a) * W @ values @ W)


def between_sides(f, c, d, left, right):
    y = c + (d - c) * T
    lo, hi = left(y), right(y)
    x = lo + np.multiply.outer(T, hi - lo)
    return float((d - c) * (W @ (f(x, np.tile(y, (201, 1))) * (hi - lo)) @ W))


def over_rectangle(f, a, b, c, d):
    return between_curves(f, a, b, lambda x: np.full(x.shape, c), lambda x: np.full(x.shape, d))


def expected_value(g, density, a, b, lower, upper):
    top, bottom = (between_curves(h, a, b, lower, upper) for h in (lambda x, y: g(x, y) * density(x, y), density))
    if bottom <= 0:
        raise ValueError("nothing to divide by")
    return top / bottom
