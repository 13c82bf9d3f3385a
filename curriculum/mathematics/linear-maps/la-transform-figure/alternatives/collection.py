"""One collection for both polygons; the corners come as columns of one product; the area from lengths and angle."""
import math

import numpy as np
from matplotlib.collections import PolyCollection


def draw_transformation(ax, matrix):
    square = np.array([[0.0, 1.0, 1.0, 0.0], [0.0, 0.0, 1.0, 1.0]])
    image = np.matmul(matrix, square)
    ax.add_collection(PolyCollection([square.T, image.T], facecolors=["C0", "C3"], alpha=0.5))
    ax.autoscale_view()
    for k in range(4):
        ax.text(image[0, k], image[1, k], "OPQR"[k] + "\u2032", fontsize=12)
    ax.axis("equal")
    p, r = image[:, 1], image[:, 3]
    base, side = math.hypot(*p), math.hypot(*r)
    angle = math.atan2(r[1], r[0]) - math.atan2(p[1], p[0])
    ax.set_title("A map that multiplies areas by {:.2f}".format(abs(base * side * math.sin(angle))))
