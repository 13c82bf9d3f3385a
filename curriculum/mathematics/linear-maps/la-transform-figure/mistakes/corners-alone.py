"""Draws corners without sides

The code marks the corners and draws no sides. Four dots do not say which of them are joined, and that is what the
picture is about.
"""

import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ matrix.T
    ax.scatter(*CORNERS.T)
    ax.scatter(*image.T)
    for name, corner in zip("OPQR", image):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
