"""Lets the answer draw, then reads the axes."""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.dates as mdates
import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

import answer

PYPLOT = "matplotlib.pyplot"


def _shown(artist):
    """Can it be seen: not hidden, not transparent, not of width 0, and with a line style?"""
    styles = artist.get_linestyle() if isinstance(artist, Line2D) else "-"
    return artist.get_visible() and artist.get_alpha() != 0 and np.all(np.asarray(artist.get_linewidth()) > 0) and styles not in ("None", "none", " ", "")


def _on_calendar(ax, text):
    """Is the x position of this text a date, not a share of the picture?"""
    where = text.xycoords if isinstance(text, Annotation) else text.get_transform()
    where = where[0] if isinstance(where, tuple) else where
    return where == "data" if isinstance(where, str) else where.contains_branch_seperately(ax.transData)[0]


def _x(axis, value):
    """A position as a number of days, whatever type it was given in."""
    try:
        return float(axis.convert_units(value))
    except Exception:
        try:
            return float(mdates.date2num(value))
        except Exception:
            return float("nan")


def draw(dates, series, title, quantity, unit, event):
    """What stands on the axes after the answer has drawn."""
    figure = Figure()
    ax = figure.subplots()
    answer.line_chart(ax, dates, series, title, quantity, unit, tuple(event))
    figure.canvas.draw()
    lines, upright = [], []
    for line in filter(_shown, ax.get_lines()):
        x, y = np.asarray(line.get_xdata(orig=False), float), np.asarray(line.get_ydata(orig=False), float)
        if len(x) == 2 and x[0] == x[1]:
            upright.append(float(x[0]))
        else:
            lines.append({"x": x.tolist(), "y": y.tolist(), "colour": to_hex(line.get_color())})
    for collection in ax.collections:
        if isinstance(collection, LineCollection) and _shown(collection):
            upright += [float(s[0][0]) for s in collection.get_segments() if len(s) == 2 and s[0][0] == s[1][0]]
    legend = ax.get_legend()
    entries = [] if legend is None else [t.get_text() for t in legend.get_texts()]
    handles = [] if legend is None else [to_hex(h.get_color()) if hasattr(h, "get_color") else "?" for h in legend.legend_handles]
    texts = [t for t in ax.texts if t.get_text().strip() and t.get_visible() and t.get_alpha() != 0]
    at = [_x(ax.xaxis, t.xy[0] if isinstance(t, Annotation) else t.get_position()[0]) for t in texts if _on_calendar(ax, t) and t.get_text().strip() == event[1]]
    windows = len(sys.modules[PYPLOT].get_fignums()) if PYPLOT in sys.modules else 0  # this figure is not one of pyplot's
    if windows:
        sys.modules[PYPLOT].close("all")
    return {
        "title": ax.get_title() or ax.get_title("left") or ax.get_title("right"),
        "xlabel": ax.get_xlabel(),
        "ylabel": ax.get_ylabel(),
        "lines": [{"x": line["x"], "y": line["y"]} for line in lines],
        "colours": len({line["colour"] for line in lines}) == len(lines),
        "legend": entries,
        "beside": handles == [line["colour"] for line in lines],
        "upright": upright,
        "label_at": [round(x, 3) for x in at],
        "other_words": [t.get_text() for t in texts if t.get_text().strip() != event[1]],
        "other_figures": windows,
    }
