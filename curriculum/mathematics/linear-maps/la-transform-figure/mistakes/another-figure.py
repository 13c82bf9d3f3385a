"""Draws on another figure

The code opens a figure of its own with pyplot, and the Axes that was handed in stays empty. In a notebook both look
alike; in a report with four panels nothing is where it should be.
"""

import matplotlib.pyplot as plt
import numpy as np

CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])


def draw_transformation(ax, matrix):
    _, ax = plt.subplots()
    image = CORNERS @ matrix.T
    ax.fill(*CORNERS.T, facecolor="silver")
    ax.fill(*image.T, facecolor="none", edgecolor="teal")
    for name, corner in zip("OPQR", image):
        ax.text(*corner, name + "'")
    ax.set_aspect("equal")
    ax.set_title(f"Area factor {abs(np.linalg.det(matrix)):.2f}")
