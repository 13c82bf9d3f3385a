"""Takes a part that is 0 for one that is not given

The values are asked whether they are true, and 0 is not. A third part that is 0 then slips through as if nobody had given it.
"Not given" and "given as 0" are two things; ask whether the name is there.
"""

import math


def solve_right_triangle(**known):
    """All parts of a right triangle from two of them: {"a", "b", "c", "alpha", "beta"}; angles in degrees."""
    known = {name: value for name, value in known.items() if value}
    a, b, c = known.get("a"), known.get("b"), known.get("c")
    if len(known) != 2 or (a is None and b is None and c is None):
        raise ValueError("give exactly two parts, at least one of them a side")
    if any(value <= 0 or (name in ("alpha", "beta") and value >= 90) for name, value in known.items()):
        raise ValueError("sides must be positive, angles between 0 and 90 degrees")
    if "alpha" in known or "beta" in known:
        angle = math.radians(known["alpha"] if "alpha" in known else 90 - known["beta"])
        if a is not None:
            c = a / math.sin(angle)
        elif b is not None:
            c = b / math.cos(angle)
        a, b = c * math.sin(angle), c * math.cos(angle)
    elif c is None:
        c = math.hypot(a, b)
    elif c <= (a or b):
        raise ValueError("a leg must be shorter than the hypotenuse")
    elif a is None:
        a = math.sqrt(c * c - b * b)
    else:
        b = math.sqrt(c * c - a * a)
    alpha = math.degrees(math.atan2(a, b))
    return {"a": a, "b": b, "c": c, "alpha": alpha, "beta": 90 - alpha}
