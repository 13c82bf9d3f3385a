"""Draws where the points come from

The code applies the inverse matrix: it shows the shape that is sent to the square, and not the one to which the
square is sent. The determinant in the title stays that of the map, so large areas come with small pictures.
"""

import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ np.linalg.pinv(matrix).T
    ax.fill(*CORNERS.T, facecolor="silver")
    ax.fill(*image.T, facecolor="none", edgecolor="teal")
    for name, corner in zip("OPQR", image):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
