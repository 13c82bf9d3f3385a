"""Leaves the axis scales unequal

The code lets the axes fill the frame, so one unit across is longer on paper than one unit up. A square no longer
looks square, and a rotation looks like a shear. The numbers at the ticks are right, but nobody reads a picture by its
ticks.
"""

import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    image = CORNERS @ matrix.T
    ax.fill(*CORNERS.T, facecolor="silver")
    ax.fill(*image.T, facecolor="none", edgecolor="teal")
    for name, corner in zip("OPQR", image):
        ax.text(*corner, name + "'")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
