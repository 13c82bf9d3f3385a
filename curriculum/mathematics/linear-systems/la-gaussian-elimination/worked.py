"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import rref

DIRT = 3e-16  # a number that may be rounding


def worked():
    """The path of a system of two equations, and what burns with how much oxygen."""
    system = np.array([[1, 1, 3], [2, 4, 2]])
    reduced, operations = rref(system)
    m, path = system.astype(float), [system]
    for name, i, *rest in operations:
        match name, rest:
            case "swap", [j]:
                m[[i, j]] = m[[j, i]]
            case "scale", [c]:
                m[i] *= c
            case "add", [j, c]:
                m[i] += c * m[j]
        path.append(m.copy())
    if not np.array_equal(m, reduced):
        raise ValueError("the operations do not lead to the reduced form")
    propane = np.array([[3, 0, -1, 0], [8, 0, 0, -2], [0, 2, -2, -1]])
    shares = -rref(propane)[0][:, 3]
    return [DIRT, path, operations, propane, rref(propane)[0], 4, 4 * shares]
