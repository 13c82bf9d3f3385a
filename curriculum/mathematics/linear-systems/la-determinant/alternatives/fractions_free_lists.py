"""Plain lists; swaps counted, logarithms added."""

import math


def _eliminate(a):
    if len(a.shape) != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("square matrix expected")
    m = [[float(x) for x in row] for row in a]
    swaps = 0
    for k in range(len(m)):
        p = max(range(k, len(m)), key=lambda i: abs(m[i][k]))
        if m[p][k] == 0:
            return [0.0], 0
        if p != k:
            m[p], m[k] = m[k], m[p]
            swaps += 1
        for i in range(k + 1, len(m)):
            c = m[i][k] / m[k][k]
            for j in range(k, len(m)):
                m[i][j] -= c * m[k][j]
    return [m[k][k] for k in range(len(m))], swaps


def determinant(a):
    diagonal, swaps = _eliminate(a)
    return (-1) ** swaps * math.prod(diagonal)


def sign_and_log(a):
    diagonal, swaps = _eliminate(a)
    if 0.0 in diagonal:
        return 0, -math.inf
    negative = swaps + sum(d < 0 for d in diagonal)
    return (-1) ** negative, sum(math.log(abs(d)) for d in diagonal)


def is_invertible(a):
    sign, log = sign_and_log(a)
    if sign == 0:
        return False
    bound = sum(math.log(math.hypot(*map(float, row))) for row in a)
    return log - bound > math.log(1e-10)
