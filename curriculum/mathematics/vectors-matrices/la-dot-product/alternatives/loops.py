"""Plain Python loops over floats; math.hypot measures lengths without overflow."""

import math


def dot(x, y):
    if len(x) != len(y):
        raise ValueError("different lengths")
    total = 0.0
    for i in range(len(x)):
        total += float(x[i]) * float(y[i])
    return total


def _unit(x):
    numbers = [float(v) for v in x]
    top = max((abs(v) for v in numbers), default=0.0)
    if top == 0:
        return None
    numbers = [v / top for v in numbers]
    length = math.hypot(*numbers)
    return [v / length for v in numbers]


def cosine_similarity(x, y):
    if len(x) != len(y):
        raise ValueError("different lengths")
    u, v = _unit(x), _unit(y)
    if u is None or v is None:
        return 0
    c = math.fsum(a * b for a, b in zip(u, v))
    return 1 if c > 1 else -1 if c < -1 else c


def angle(x, y):
    c = cosine_similarity(x, y)
    if _unit(x) is None or _unit(y) is None:
        raise ValueError("no angle")
    return math.acos(c)
