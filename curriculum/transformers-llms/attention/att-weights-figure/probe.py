"""Lets the answer draw, then reads images, ticks and titles off the axes."""

import sys

import matplotlib

matplotlib.use("Agg")
import numpy as np
from matplotlib.figure import Figure

import answer

PYPLOT = "matplotlib.pyplot"


def _seen(axis, count, first, last):
    """Names by cell along an axis whose cells lie between two positions; a name between two middles comes after, with its place."""
    names, others = [""] * count, []
    for at, label in zip(axis.get_ticklocs(), axis.get_ticklabels()):
        cell = (at - first) / (last - first) * count - 0.5
        text = label.get_text()
        if not text or not -0.6 < cell < count - 0.4:
            continue
        if abs(cell - round(cell)) < 0.05 and not names[round(cell)]:
            names[round(cell)] = text
        else:
            others.append(f"{text} at {cell:.2f}")
    return names + others


def _ordered(ends, first):
    """Both ends of an image, the one at this limit of the axis first."""
    return sorted(ends, key=lambda end: abs(end - first))


def maps(weights, queries, keys, distance):
    """What stands on the axes after the answer has drawn, and what it returned."""
    figure = Figure(figsize=(4, 2), dpi=50)
    axes = list(figure.subplots(1, len(weights), squeeze=False)[0])
    marked = answer.attention_maps(axes, weights, list(queries), list(keys), distance)
    figure.draw_without_rendering()
    found = {"marked": marked, "images": [len(ax.get_images()) for ax in axes], "cells": [], "scale": [], "columns": [], "rows": [], "titles": []}
    for ax in axes:
        images = ax.get_images()
        found["titles"].append((ax.get_title() or ax.get_title("left") or ax.get_title("right")).strip())
        if not images:
            continue
        data = np.asarray(images[0].get_array(), float)
        left, right, bottom, top = images[0].get_extent()
        x, y = _ordered((left, right), ax.get_xlim()[0]), _ordered((bottom, top), ax.get_ylim()[1])
        first_row = top if images[0].origin == "upper" else bottom
        found["cells"].append(data[:: 1 if first_row == y[0] else -1, :: 1 if left == x[0] else -1])
        found["scale"].append([float(v) for v in images[0].get_clim()])
        shape = data.shape if data.ndim == 2 else (len(queries), len(keys))
        found["columns"].append(_seen(ax.xaxis, shape[1], *x))
        found["rows"].append(_seen(ax.yaxis, shape[0], *y))
    windows = len(sys.modules[PYPLOT].get_fignums()) if PYPLOT in sys.modules else 0
    if windows:
        sys.modules[PYPLOT].close("all")
    return found | {"other_figures": windows}
