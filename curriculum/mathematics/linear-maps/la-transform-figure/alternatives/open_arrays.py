"""The corners in another order of walking, from np.cross and list building, fill with one call, own limits."""
import numpy as np


def draw_transformation(ax, matrix):
    walk = [(1, 1), (1, 0), (0, 0), (0, 1)]
    names = {(0, 0): "O'", (1, 0): "P'", (1, 1): "Q'", (0, 1): "R'"}
    target = {c: tuple(float(v) for v in np.dot(matrix, c)) for c in walk}
    xs, ys = [x for x, _ in walk], [y for _, y in walk]
    us, vs = [target[c][0] for c in walk], [target[c][1] for c in walk]
    ax.fill(xs, ys, "b", us, vs, "r", alpha=0.25)
    for c in walk:
        ax.annotate(names[c], target[c], color="k")
    ax.set_aspect("equal", adjustable="datalim")
    p, r = target[1, 0], target[0, 1]
    area = p[0] * r[1] - p[1] * r[0]
    ax.title.set_text("area %.2f" % (area if area >= 0 else -area))
