"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import mixed_equilibrium, pure_equilibria


def worked():
    """Two meetings, two prisoners, an inspection."""
    games = [
        (np.array([[3, 0], [0, 2]]), np.array([[2, 0], [0, 3]])),
        (np.array([[3, 0], [5, 1]]), np.array([[3, 0], [5, 1]]).T),
        (np.array([[8, 2], [6, 4]]), np.array([[0, 3], [4, 3]])),
    ]
    pure = [[tuple(int(i) for i in cell) for cell in pure_equilibria(a, b)] for a, b in games]
    mixed = [mixed_equilibrium(a, b) for a, b in games]
    if pure != [[(0, 0), (1, 1)], [(1, 1)], []] or mixed[1] is not None:
        raise ValueError("the games have other equilibria than the text says")
    meetings, prisoners = games[0], games[1]
    if mixed[0][2] >= min(meetings[0][cell] for cell in pure[0]) or np.argmax(prisoners[0] + prisoners[1]) != 0:
        raise ValueError("the text compares the payoffs wrongly")
    inputs = [[a, b] for a, b in games]
    return [inputs, pure, [[float(v) for v in found] for found in mixed if found is not None]]
