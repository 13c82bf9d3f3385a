"""Polygon patches with an outline over the fill, arrows for the columns, TeX labels, limits by autoscale."""
import numpy as np
from matplotlib.patches import Polygon


def draw_transformation(ax, matrix):
    first, second = matrix[:, 0], matrix[:, 1]
    square = [np.zeros(2), np.array([1, 0]), np.ones(2), np.array([0, 1])]
    image = [np.zeros(2), first, first + second, second]
    for corners, colour in ((square, "grey"), (image, "teal")):
        ax.add_patch(Polygon(corners, closed=True, color=colour, alpha=0.3))
        xs, ys = zip(*corners, corners[0])
        ax.plot(xs, ys, color=colour, linestyle="--", marker="o")
    for tip in (first, second):
        ax.annotate("", xy=tip, xytext=(0, 0), arrowprops={"arrowstyle": "->"})
    for label, corner in zip(("$O'$", "$P'$", "$Q'$", "$R'$"), image):
        ax.text(corner[0], corner[1], label, ha="left", va="bottom")
    ax.axhline(0, lw=0.5)
    ax.axvline(0, lw=0.5)
    ax.grid(True)
    ax.set(aspect="equal", title="Area factor: " + str(round(abs(float(np.linalg.det(matrix))), 2)))
