"""Lets the answer draw, then reads the shapes, labels, scales and the title off the axes."""
import re
import sys

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.text import Annotation

import answer

PYPLOT = "matplotlib.pyplot"
NAMES = ("O'", "P'", "Q'", "R'")
SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1]]


def _tidy(points):
    """The corners of a closed shape, always begun and followed round in the same way; None if there are not four."""
    p = np.round(np.asarray(points, float), 6) + 0.0  # no negative zeros
    if len(p) == 5 and np.array_equal(p[0], p[-1]):
        p = p[:-1]
    if len(p) != 4 or not np.isfinite(p).all():
        return None
    cycles = [np.roll(q, k, axis=0).tolist() for q in (p, p[::-1]) for k in range(4)]
    return min(cycles)


def _outlines(ax):
    """Every visible closed shape or line as corners in the units of the axes."""
    back = ax.transData.inverted()
    for line in ax.get_lines():
        xy = line.get_xydata()
        if line.get_visible() and line.get_linestyle() not in ("None", "none", " ", "") and line.get_linewidth() > 0 and len(xy) == 5:
            yield back.transform(line.get_transform().transform(xy))
    shapes = [(p.get_path(), p.get_transform()) for p in ax.patches if p.get_visible()]
    for group in ax.collections:
        if isinstance(group, PolyCollection) and group.get_visible():
            shapes += [(path, group.get_transform()) for path in group.get_paths()]
    for path, transform in shapes:
        codes, xy = path.codes, path.vertices
        if codes is not None and len(codes) and codes[-1] == path.CLOSEPOLY:
            xy = xy[:-1] if len(xy) != 4 or np.linalg.matrix_rank(xy - xy[0]) > 1 else xy  # Matplotlib closes a shape twice that ends where it began
        yield back.transform(transform.transform(xy))


def _labels(ax):
    """Where each of the four names stands, in the units of the axes."""
    found = {name: [] for name in NAMES}
    for text in ax.texts:
        name = text.get_text().strip().strip("$").replace("\\prime", "'").replace("^", "").strip("{}").translate({0x2019: "'", 0x2032: "'"}).replace("{'}", "'")
        if name not in found or not text.get_visible():
            continue
        if isinstance(text, Annotation):
            here = text.xy if text.xycoords == "data" else ax.transData.inverted().transform(text._get_xy_transform(ax.figure._get_renderer(), text.xycoords).transform(text.xy))
        else:
            here = ax.transData.inverted().transform(text.get_transform().transform(text.get_position()))
        found[name] += [float(np.round(v, 6)) + 0.0 for v in here]
    return found


def draw(matrix):
    """What stands on the axes after the answer has drawn."""
    figure = Figure()
    ax = figure.subplots()
    answer.draw_transformation(ax, matrix)
    ax.get_xlim(), ax.get_ylim()  # settles what is still to be settled of the limits
    ax.apply_aspect()
    shapes = [s for s in map(_tidy, _outlines(ax)) if s is not None]
    others = sorted({str(s): s for s in shapes if s != _tidy(SQUARE)}.values())
    corners = np.array([SQUARE[0], *(p for s in shapes for p in s)], float)
    seen = ax.transData.transform(corners)
    origin, right, up = ax.transData.transform([[0, 0], [1, 0], [0, 1]])
    windows = len(sys.modules[PYPLOT].get_fignums()) if PYPLOT in sys.modules else 0  # this figure is not one of pyplot's
    if windows:
        sys.modules[PYPLOT].close("all")
    box = ax.bbox
    title = " ".join(ax.get_title(side) for side in ("left", "center", "right")).replace("\u2212", "-")
    return {
        "square": _tidy(SQUARE) in shapes,
        "images": [v for s in others for p in s for v in p],
        "open": sum(len(line.get_xydata()) == 4 and line.get_linestyle() != "None" for line in ax.get_lines()),
        "labels": _labels(ax),
        "scale": round(float((right - origin)[0] / (up - origin)[1]), 3),
        "upright": bool((right - origin)[0] > 0 and (up - origin)[1] > 0),
        "in_view": bool((seen >= [box.x0 - 0.5, box.y0 - 0.5]).all() and (seen <= [box.x1 + 0.5, box.y1 + 0.5]).all()),
        "numbers": [float(n) for n in re.findall(r"-?\d+\.?\d*(?:[eE][-+]?\d+)?", title)],
        "other_figures": windows,
    }
