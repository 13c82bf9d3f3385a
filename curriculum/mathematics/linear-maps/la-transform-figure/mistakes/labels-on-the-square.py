"""Labels the corners before the map

The code writes the names of the images beside the corners of the square. A name with a prime belongs where the corner
has arrived.
"""

import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ matrix.T
    ax.fill(*CORNERS.T, facecolor="silver")
    ax.fill(*image.T, facecolor="none", edgecolor="teal")
    for name, corner in zip("OPQR", CORNERS):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
