"""Hands games to the answer and brings what comes back into one form: cells as text, mixtures as a list of four numbers."""

import answer
import numpy as np


def pure(a, b):
    cells = answer.pure_equilibria(a, b)
    if isinstance(cells, (str, dict)) or not hasattr(cells, "__iter__"):
        raise TypeError(f"pure_equilibria must return a list of (row, column); it returned {type(cells).__name__}")
    found = []
    for cell in cells:
        pair = [float(v) for v in np.asarray(cell).ravel()]
        if len(pair) != 2 or not all(v.is_integer() for v in pair):
            raise TypeError("each equilibrium must be a pair (row, column) of whole numbers")
        found.append(f"({int(pair[0])}, {int(pair[1])})")
    return sorted(found)


def mixed(a, b):
    found = answer.mixed_equilibrium(a, b)
    if found is None:
        return []
    if not hasattr(found, "__len__") or isinstance(found, (str, dict)) or len(found) != 4:
        raise TypeError("mixed_equilibrium must return (p, q, row payoff, column payoff) or None")
    return [float(np.asarray(v).reshape(())) for v in found]
