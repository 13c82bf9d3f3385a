"""The figures of the lesson, computed with the solution."""

import math

from answer import add, combine, distance, midpoint, scale, to_polar


def worked():
    """Two vectors, two points and a point of the plane."""
    u, v = [3, -1], [1, 2]
    p, q = [1, 2, 3], [3, 5, 9]
    difference = add(q, scale(-1, p))
    x, y = -1, math.sqrt(3)
    r, theta = to_polar(x, y)
    return [
        [u, v, add(u, v), scale(-2, v), scale(2, u), scale(3, v), combine([2, -3], [u, v])],
        [p, q, difference, [d**2 for d in difference], distance(p, q), midpoint(p, q)],
        [x**2, y**2, r, theta, round(3 * theta / math.pi, 9), round(math.pi / math.atan(y / x), 9)],
    ]
