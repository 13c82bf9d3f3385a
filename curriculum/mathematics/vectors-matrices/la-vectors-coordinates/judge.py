"""Sums, multiples and combinations of vectors, distances and midpoints, polar coordinates in every quarter."""

import math

import numpy as np
from gradus.judging import Miss, call, close, each

EXPECTED = {
    "add, worked example": [4, 1], "scale, worked example": [-2, -4], "combine, worked example": [3.0, -8.0], "distance, worked example": 7.0,
    "midpoint, worked example": [2.0, 3.5, 6.0], "polar, worked example": (2.0, 2.0943951023931953), "polar, origin": (0.0, 0.0), "cartesian, straight up": (0.0, 3.0),
}  # fmt: skip


def vector(rng, n, whole=False):
    v = rng.integers(-9, 10, n) if whole else rng.normal(0, 5, n).round(3)
    return v.tolist()


def PROBES(rng):
    p = {"add, worked example": call("add", [3, -1], [1, 2]), "scale, worked example": call("scale", -2, [1, 2]), "combine, worked example": call("combine", [2, -3], [[3, -1], [1, 2]]),
         "distance, worked example": call("distance", [1, 2, 3], [3, 5, 9]), "midpoint, worked example": call("midpoint", [1, 2, 3], [3, 5, 9]), "polar, worked example": call("to_polar", -1, math.sqrt(3))}  # fmt: skip
    for i, n in enumerate((1, 2, 3, 4, 7, 1000)):
        u, v, c = vector(rng, n, i % 2 == 1), vector(rng, n), round(float(rng.uniform(-3, 3)), 2)
        p |= {f"add {i}": call("add", u, v), f"scale {i}": call("scale", c, v), f"distance {i}": call("distance", u, v), f"midpoint {i}": call("midpoint", u, v)}
        k = int(rng.integers(1, 5))
        p[f"combine {i}"] = call("combine", vector(rng, k, i == 2), [vector(rng, min(n, 60)) for _ in range(k)])
    p |= {"scale by a whole number": call("scale", 3, [1, 2]), "scale by 0": call("scale", 0, [4, -5.5]), "scale nothing": call("scale", 2.5, []), "combine as many as coordinates": call("combine", [2, 5, -1], [[1, 0, 4], [3, 3, 1], [0, -2, 2]])}
    p |= {f"{f} empty": call(f, [], []) for f in ("add", "distance", "midpoint")} | {"combine empty vectors": call("combine", [1, 2], [[], []])}
    p |= {"distance to itself": call("distance", [2, -7, 1], [2, -7, 1]), "distance on the last axis": call("distance", [1, 1, 1, 5], [1, 1, 1, -4]), "midpoint of whole points": call("midpoint", [2, 5], [3, -8])}
    for f in ("add", "distance", "midpoint"):
        for a, b in ((3, 2), (2, 5), (1, 0), (0, 2)):
            p[f"rejects {f} of lengths {a} and {b}"] = call(f, vector(rng, a), vector(rng, b))
    p |= {"rejects combine, a short vector": call("combine", [1, 2, 3], [[1, 2], [3], [4, 5]]), "rejects combine, a long vector": call("combine", [1, 2], [[1, 2], [3, 4, 5]])}
    p |= {"rejects combine, a short vector times 0": call("combine", [1, 0, 2], [[1, 2], [3], [4, 5]]), "rejects combine, a long vector times 0": call("combine", [0, 0.0], [[1, 2], [3, 4, 5]])}
    p |= {"combine whole vectors by halves": call("combine", [0.5, 1.5, -2.5], [[1, 2], [3, 4], [0, 7]]), "combine, only the first vector whole": call("combine", [1, 2], [[3, -1, 4], [0.25, 0.5, -1.75]])}
    p |= {"rejects combine, too few coefficients": call("combine", [1], [[1, 2], [3, 4]]), "rejects combine, too many coefficients": call("combine", [1, 2, 3], [[1, 2], [3, 4]]), "rejects combine, no vectors": call("combine", [], [])}
    for i, (sx, sy) in enumerate([(1, 1), (-1, 1), (-1, -1), (1, -1)] * 2):
        x, y = rng.uniform(0.1, 9, 2).round(3).tolist()
        p[f"polar, quarter {i % 4 + 1}, {i // 4}"] = call("to_polar", sx * x, sy * y)
    p |= {f"polar, {k}": call("to_polar", *v) for k, v in {"origin": (0, 0), "left": (-2.5, 0), "up": (0, 3), "down": (0, -0.5), "right": (4, 0), "far out": (-3e5, -4e5), "close": (-3e-4, 2e-4)}.items()}
    p |= {f"cartesian {i}": call("to_cartesian", round(float(rng.uniform(0.1, 9)), 3), round(float(rng.uniform(-9, 9)), 3)) for i in range(6)}
    return p | {"cartesian, straight up": call("to_cartesian", 3, math.pi / 2), "cartesian, origin": call("to_cartesian", 0, 1.5), "cartesian, left": call("to_cartesian", 2, math.pi)}


@each("add", "scale", "combine")
def coordinate_by_coordinate(got, ideal):
    """Sums, multiples and combinations are right in every coordinate."""
    return close(got, ideal, rtol=1e-9, atol=1e-9)


@each("distance", "midpoint")
def between_points(got, ideal):
    """Distances and midpoints use all coordinates of both points."""
    return close(got, ideal, rtol=1e-9, atol=1e-9)


@each("polar")
def leads_back(got, ideal, probe):
    """Walking the distance r in the direction theta leads back to the point."""
    r, theta = (float(v) for v in got)
    x, y = probe.args
    back = r * math.cos(theta), r * math.sin(theta)
    off = math.dist(back, (x, y)) > 1e-9 * max(1.0, math.hypot(x, y))
    return Miss(f"Your r = {r:.6g} and theta = {theta:.6g} lead to ({back[0]:.6g}, {back[1]:.6g}).") if off or not np.isfinite([r, theta]).all() else None


@each("polar")
def in_range(got, ideal):
    """r is not negative, and theta lies between -pi (left out) and pi."""
    return close(got, ideal, rtol=1e-9, atol=1e-9)


@each("cartesian")
def from_polar(got, ideal):
    """x is r times the cosine of theta, y is r times its sine."""
    return close(got, ideal, rtol=1e-9, atol=1e-9)
