"""Adds shapes beyond the limits

The code hands finished patches to the axes. Unlike the plotting methods, that does not move the limits: they stay
from 0 to 1, and most of the image lies outside the frame.
"""

import numpy as np
from matplotlib.patches import Polygon

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ matrix.T
    ax.add_patch(Polygon(CORNERS))
    ax.add_patch(Polygon(image, alpha=0.4))
    for name, corner in zip("OPQR", image):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
