"""Plots the transposed map

The code multiplies each point, a row, by the matrix as it stands. That puts the rows of the matrix where its columns
belong. Symmetric matrices hide it, and so does the title: both maps have the same area factor. The image of (1, 0)
must be the first column.
"""

import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ matrix
    ax.fill(*CORNERS.T, facecolor="silver")
    ax.fill(*image.T, facecolor="none", edgecolor="teal")
    for name, corner in zip("OPQR", image):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
