"""The triangle as a complex number b + ai."""

import cmath
import math


def solve_right_triangle(**known):
    names = set(known)
    if len(names) != 2 or names == {"alpha", "beta"}:
        raise ValueError("insufficient")
    if min(known.values()) <= 0:
        raise ValueError("must be positive")
    if max(known.get("alpha", 0), known.get("beta", 0)) >= 90:
        raise ValueError("angle")
    a, b, c = (known.get(k) for k in "abc")
    if names & {"alpha", "beta"}:
        angle = known.get("alpha", 90 - known.get("beta", 0))
        z = cmath.rect(1, math.radians(angle))
        z *= a / z.imag if a else b / z.real if b else c
    elif names == {"a", "b"}:
        z = complex(b, a)
    else:
        leg = a or b
        if leg >= c:
            raise ValueError("leg and hypotenuse")
        other = math.sqrt((c - leg) * (c + leg))
        z = complex(other, leg) if a else complex(leg, other)
    angle = math.degrees(cmath.phase(z))
    return {"alpha": angle, "beta": 90 - angle, "a": z.imag, "b": z.real, "c": abs(z)}
