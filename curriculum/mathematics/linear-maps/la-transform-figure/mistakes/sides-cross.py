"""Visits the corners row by row

The code lists the corners as a loop over x and y gives them, so the outline jumps across the square: its sides cross
like a bow tie. Walk around the shape, each corner beside the one before.
"""

import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [0, 1], [1, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ matrix.T
    ax.fill(*CORNERS.T, facecolor="silver")
    ax.fill(*image.T, facecolor="none", edgecolor="teal")
    for name, corner in zip("OPRQ", image):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
