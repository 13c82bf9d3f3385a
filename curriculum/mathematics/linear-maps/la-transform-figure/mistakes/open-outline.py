"""Leaves the outline open

The code draws a line through four corners and stops at the last one: one side of each shape is missing. A line has to
return to its first corner; filled shapes do so by themselves.
"""

import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ matrix.T
    ax.plot(*CORNERS.T)
    ax.plot(*image.T)
    for name, corner in zip("OPQR", image):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
