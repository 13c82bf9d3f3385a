"""The figures of the lesson, computed from the matrix and read off the solution's drawing."""

import re

import numpy as np
from answer import draw_transformation
from matplotlib.figure import Figure


def worked():
    """A matrix, its transpose and an exchange of the axes: corners and area factors."""
    a, swap = np.array([[2, 1], [0.5, 1.5]]), np.array([[0, 1], [1, 0]])
    return [
        [_drawn(a), a, a[0, 0] * a[1, 1], a[0, 1] * a[1, 0], np.linalg.det(a)],
        [_drawn(a.T), np.linalg.det(a.T)],
        [_drawn(swap), swap, np.linalg.det(swap)],
    ]


def _drawn(matrix):
    """Where the four labels stand, and the number in the title."""
    ax = Figure().subplots()
    draw_transformation(ax, matrix)
    return [[[float(v) for v in text.get_position()] for text in ax.texts], float(re.search(r"[\d.]+", ax.get_title())[0])]
