"""Only one leg is ever solved for: the other cases are mirrored into it."""

import math


def solve_right_triangle(**known):
    if len(known) != 2 or not any(k in known for k in ("a", "b", "c")):
        raise ValueError("two parts, one a side")
    if "b" in known and "a" not in known or "beta" in known and "a" not in known:
        swap = {"a": "b", "b": "a", "c": "c", "alpha": "beta", "beta": "alpha"}
        mirrored = solve_right_triangle(**{swap[k]: v for k, v in known.items()})
        return {swap[k]: v for k, v in mirrored.items()}
    for k, v in known.items():
        if not 0 < v < (90 if len(k) > 1 else float("inf")):
            raise ValueError(f"{k} out of range")
    a = known.get("a")
    if a is None:
        a = known["c"] * math.sin(math.radians(known["alpha"]))
    if "beta" in known:
        c = a / math.cos(math.radians(known["beta"]))
    elif "alpha" in known:
        c = a / math.sin(math.radians(known["alpha"]))
    elif "b" in known:
        c = math.dist((0, 0), (a, known["b"]))
    else:
        c = known["c"]
    if a >= c:
        raise ValueError("impossible")
    b = known.get("b", c * math.cos(math.asin(a / c)))
    return {"a": a, "b": b, "c": c, "alpha": math.degrees(math.asin(a / c)) if "alpha" not in known else known["alpha"], "beta": math.degrees(math.acos(a / c)) if "beta" not in known else known["beta"]}
