"""Measures the box around the image

The code multiplies width and height of the image. That is the area of the smallest upright box around it; the
parallelogram fills it only when its sides are upright as well.
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
    ax.set_title(f"Area factor {np.prod(np.ptp(image, axis=0)):.2f}")
