"""Multiplies the lengths of the sides

The code takes the product of the lengths of the two columns for the area. That holds for a rectangle. In a slanted
parallelogram the height is shorter than the side.
"""

import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ matrix.T
    ax.fill(*CORNERS.T, facecolor="silver")
    ax.fill(*image.T, facecolor="none", edgecolor="teal")
    for name, corner in zip("OPQR", image):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {np.prod(np.linalg.norm(matrix, axis=0)):.2f}")
