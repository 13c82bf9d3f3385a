"""A transformation read off its axes: the square, its image corner by corner, labels, equal scales and the area factor."""

import numpy as np
from gradus.judging import Miss, View, close, each, script

EXPECTED = {  # the lesson's example: columns (2, 0.5) and (1, 1.5), determinant 3 - 0.5
    "the lesson's map": {"square": True, "images": [0, 0, 1, 1.5, 3, 2, 2, 0.5], "labels": {"O'": [0, 0], "P'": [2, 0.5], "Q'": [3, 2], "R'": [1, 1.5]},
                         "scale": 1.0, "upright": True, "in_view": True, "numbers": [2.5], "other_figures": 0},
    "axes exchanged": {"square": True, "images": [], "numbers": [1.0], "labels": {"O'": [0, 0], "P'": [0, 1], "Q'": [1, 1], "R'": [1, 0]}},
}  # fmt: skip

def draw(rows):
    m = np.array(rows)
    return script("draw", m, shown=f"draw_transformation(ax, np.array({m.tolist()}))")

def PROBES(rng):
    p = {"the lesson's map": draw([[2.0, 1.0], [0.5, 1.5]]), "axes exchanged": draw([[0.0, 1.0], [1.0, 0.0]]), "a turn to the left": draw([[0, -1], [1, 0]])}
    while len(p) < 9:
        m = rng.integers(-30, 31, (2, 2)) / 10
        d = m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0]
        if abs(d) > 0.3 and (d < 0) == bool(len(p) % 2) and m.all() and abs(m[0, 1] - m[1, 0]) > 0.2:
            p[f"random {len(p) - 3}"] = draw(m)
    k, a = int(rng.integers(2, 6)), float(rng.integers(1, 4))
    p |= {"integers": draw(rng.permutation([1, 2, 3, 4]).reshape(2, 2)), "a shear": draw([[1.0, k], [0.0, 1.0]]), "flat": draw([[a, 2 * a], [1.0, 2.0]]), "nothing left": draw(np.zeros((2, 2)))}
    p |= {"large": draw(100 * np.array([[k, -1.0], [1.0, a]])), "many digits": draw([[12.5, -3.2], [4.7, 11.9]]), "small": draw([[0.1, 0.0], [0.1, 0.2]]), "far below": draw([[-5.0, 0.0], [-6.0, -2.0]])}
    return p

def shape(flat):
    """A flat list of corners as a line that returns to its start."""
    return {"x": [*flat[0:8:2], *flat[0:1]], "y": [*flat[1:8:2], *flat[1:2]]}

def seen(miss, got, ideal):
    """The miss with both parallelograms beside each other."""
    series = [{"name": n, **shape(v["images"])} for n, v in (("expected", ideal), ("yours", got)) if v["images"]]
    return miss and Miss(miss.say, view=View("lines", {"series": series, "x_label": "x", "y_label": "y"}))

@each()
def on_the_axes_given(got):
    """Everything is drawn on the Axes handed in; no other figure is opened."""
    return Miss("A second figure was opened.") if got["other_figures"] else None

@each()
def has_the_square(got):
    """The unit square stands on the axes as one closed shape with its four corners."""
    return None if got["square"] else Miss("No closed shape on the axes has the corners (0, 0), (1, 0), (1, 1), (0, 1), in this order.")

@each()
def has_the_image(got, ideal):
    """The other closed shape goes through the four mapped corners, in the order of the square's."""
    n, wanted = len(got["images"]) // 8, len(ideal["images"]) // 8
    if n != wanted:
        return seen(Miss(f"Besides the unit square there are {n} closed shapes of four corners, expected {wanted}."), got, ideal)
    return seen(close(got["images"], ideal["images"], rtol=1e-6, atol=2e-6), got, ideal)

@each()
def labels(got, ideal):
    """Each label stands once, at the corner to which its own corner is sent."""
    for name, at in ideal["labels"].items():
        if len(got["labels"][name]) != 2:
            return Miss(f"The label {name} stands {len(got['labels'][name]) // 2} times on the axes, expected once.")
        if close(got["labels"][name], at, rtol=1e-6, atol=2e-6):
            return seen(Miss(f"The label {name} stands at {got['labels'][name]}, expected {at}."), got, ideal)
    return None

@each()
def equal_scales(got):
    """One unit to the right is as long on paper as one unit upwards, and x grows to the right, y upwards."""
    return None if got["upright"] and abs(got["scale"] - 1) <= 0.01 else Miss("One of the axes runs backwards.") if not got["upright"] else Miss(f"One unit of x is {got['scale']:g} times as long on paper as one unit of y.")

@each()
def all_in_view(got):
    """Both shapes lie within the limits of the axes."""
    return None if got["in_view"] else Miss("A part of the shapes lies outside the limits of the axes.")

@each()
def area(got, ideal):
    """The title holds one number: by how much areas grow."""
    if len(got["numbers"]) != 1:
        return Miss(f"The title holds {len(got['numbers'])} numbers, expected one.")
    return None if abs(got["numbers"][0] - ideal["numbers"][0]) <= 0.0051 else Miss(f"The title says {got['numbers'][0]:g}, expected {ideal['numbers'][0]:.2f}.")
