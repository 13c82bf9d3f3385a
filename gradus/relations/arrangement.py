"""Relations of place: the right numbers transposed, reversed, in another order, in another shape, too few or too many."""

from __future__ import annotations

import numpy as np

from gradus.relations.numbers import Numbers, every, near, varied
from gradus.vocabulary import Mistake


def order(pairs: Numbers) -> Mistake | None:
    """Of arrays of the expected shapes: the numbers are right, their places are not."""
    if any(w.ndim == 0 or near(g, w) for g, w in pairs) or not varied(pairs):
        return None
    if every(pairs, lambda w: w.T):
        return Mistake(
            "transposed",
            "Rows and columns are exchanged",
            "Your result is the expected one, transposed. Say for each axis what it counts, then look at where you index or multiply.",
        )
    if every(pairs, lambda w: w[::-1]):
        return Mistake("reversed", "In the reverse order", "The values are the right ones from last to first.")
    if all(near(np.sort(g, axis=None), np.sort(w, axis=None)) for g, w in pairs):
        return Mistake(
            "other-order",
            "The right values in another order",
            "All the right numbers are there, each as often as it should be; they stand in other places. Look at what decides the order, also among equals.",
        )
    return None


def _same_numbers(pairs: Numbers) -> Mistake | None:
    if not all(g.size == w.size for g, w in pairs) or sum(w.size for _, w in pairs) < 1:
        return None
    if all(g.ndim == w.ndim == 2 and near(g, w.T) for g, w in pairs):
        return Mistake(
            "transposed",
            "Rows and columns are exchanged",
            "Your result is the expected one, transposed. Say for each axis what it counts, then look at where you index or multiply.",
        )
    if all(near(g.ravel(), w.ravel()) for g, w in pairs):
        return Mistake(
            "wrong-shape",
            f"The right numbers in the wrong shape {pairs[0][0].shape}",
            f"Every number is right; expected is shape {pairs[0][1].shape}. An axis is kept that should go, or one is lost: look at sums along an axis, and at indexing with a range or a single number.",
        )
    return None


def _cut(pairs: Numbers) -> Mistake | None:
    if any(g.ndim != w.ndim or g.ndim == 0 or g.shape[1:] != w.shape[1:] for g, w in pairs) or not any(len(g) for g, _ in pairs):
        return None
    if all(len(g) < len(w) and near(g, w[: len(g)]) for g, w in pairs):
        return Mistake(
            "stops-early",
            "The last values are missing",
            "What you return is right as far as it goes, but it ends too early: look at the end of your range or slice.",
        )
    if all(len(g) < len(w) and near(g, w[len(w) - len(g) :]) for g, w in pairs):
        return Mistake(
            "starts-late",
            "The first values are missing",
            "What you return is right, but the first values are missing: look at where your loop or slice begins.",
        )
    if all(len(g) > len(w) and (near(g[: len(w)], w) or near(g[len(g) - len(w) :], w)) for g, w in pairs):
        return Mistake(
            "too-many",
            "More values than asked",
            "The expected values are all there, and more besides: look at where your loop or slice begins and ends.",
        )
    return None


def other_shape(pairs: Numbers) -> Mistake | None:
    """Of arrays whose shapes are not the expected ones."""
    return _same_numbers(pairs) or _cut(pairs)
