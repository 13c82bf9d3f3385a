"""NumPy floats, and the angles each from its own ratio."""

import numpy as np


def solve_right_triangle(**known):
    if len(known) != 2 or set(known) <= {"alpha", "beta"} or any(v <= 0 for v in known.values()):
        raise ValueError
    part = {k: np.float64(v) for k, v in known.items()}
    for this, other in (("alpha", "beta"), ("beta", "alpha")):
        if this in part:
            if part[this] >= 90:
                raise ValueError
            part.setdefault(other, 90 - part[this])
    if "alpha" in part:
        sine, cosine = np.sin(np.deg2rad(part["alpha"])), np.cos(np.deg2rad(part["alpha"]))
        if "c" not in part:
            part["c"] = part["a"] / sine if "a" in part else part["b"] / cosine
        part.setdefault("a", part["c"] * sine)
        part.setdefault("b", part["c"] * cosine)
        return part
    if "c" not in part:
        part["c"] = np.linalg.norm([part["a"], part["b"]])
    for leg, other in (("a", "b"), ("b", "a")):
        if other not in part:
            if part[leg] >= part["c"]:
                raise ValueError
            part[other] = np.sqrt(part["c"] ** 2 - part[leg] ** 2)
    part["alpha"] = np.rad2deg(np.arctan(part["a"] / part["b"]))
    part["beta"] = np.rad2deg(np.arctan(part["b"] / part["a"]))
    return part
