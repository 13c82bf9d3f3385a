"""One case after the other, with tangents."""

import math


def solve_right_triangle(a=None, b=None, c=None, alpha=None, beta=None):
    given = [v for v in (a, b, c, alpha, beta) if v is not None]
    if len(given) != 2:
        raise ValueError("two parts are needed")
    if alpha is not None and beta is not None:
        raise ValueError("two angles leave the size open")
    for v in given:
        if v <= 0:
            raise ValueError("not positive")
    for v in (alpha, beta):
        if v is not None and v >= 90:
            raise ValueError("too wide")
    if beta is not None:
        alpha = 90.0 - beta
    if alpha is not None:
        t = math.tan(alpha * math.pi / 180)
        if a is not None:
            b = a / t
        elif b is not None:
            a = b * t
        else:
            b = c / (1 + t * t) ** 0.5
            a = b * t
        c = (a**2 + b**2) ** 0.5
    elif a is not None and b is not None:
        c = (a**2 + b**2) ** 0.5
        alpha = math.asin(a / c) * 180 / math.pi if a < b else 90 - math.asin(b / c) * 180 / math.pi
    else:
        leg = a if a is not None else b
        if leg >= c:
            raise ValueError("leg too long")
        rest = (c**2 - leg**2) ** 0.5
        a, b = (leg, rest) if a is not None else (rest, leg)
        alpha = math.acos(b / c) * 180 / math.pi
    return dict(a=a, b=b, c=c, alpha=alpha, beta=90 - alpha)
