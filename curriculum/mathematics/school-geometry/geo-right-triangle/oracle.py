"""The triangle by bisection over its shape: the angle whose triangle, scaled to one known part, has the other."""

import math

from scipy.optimize import brentq


def solve_right_triangle(**known):
    sides = [k for k in "abc" if k in known]
    if len(known) != 2 or not sides or min(known.values()) <= 0 or known.get("alpha", 1) >= 90 or known.get("beta", 1) >= 90:
        raise ValueError("not enough")
    if "c" in known and any(known.get(k, 0) >= known["c"] for k in "ab"):
        raise ValueError("impossible")

    def build(angle):
        shape = {"a": math.sin(angle), "b": math.cos(angle), "c": 1.0}
        scale = known[sides[0]] / shape[sides[0]]
        return {k: scale * v for k, v in shape.items()} | {"alpha": angle * 180 / math.pi, "beta": 90 - angle * 180 / math.pi}

    other = next(k for k in known if k != sides[0])
    return build(brentq(lambda angle: math.log(build(angle)[other] / known[other]), 1e-6, math.pi / 2 - 1e-6, xtol=1e-15, rtol=1e-15))
