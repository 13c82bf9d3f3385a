"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import eigen, power


def worked():
    """Power iteration with a negative eigenvalue, deflation and a fifth power."""
    a = np.array([[1, 2], [2, -2]])
    values, vectors = eigen(a)
    v, path = np.array([1, 0]), []
    for _ in range(5):
        path.append(v)
        v = a @ v
        v = v // np.gcd(*v)  # only the direction counts
    lines = [vectors[:, i] / np.abs(vectors[:, i]).min() for i in range(2)]
    sheets = [np.outer(line, line).round(6) for line in lines]
    square = lines[0] @ lines[0]
    left = a - values[0] * np.outer(vectors[:, 0], vectors[:, 0])
    return [
        [a, values, path, lines, round(square, 6), left, eigen(left.round(12))[0].round(9)],
        [5, rf"\frac{1}{square:.0f}", (values**5).round(6), sheets, power(a, 5).round(6)],
    ]
