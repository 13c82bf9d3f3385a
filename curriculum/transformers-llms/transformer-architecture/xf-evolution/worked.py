"""The figures of the lesson, computed from the settings of its examples."""

import math


def worked():
    """A table of n-grams, a fading gradient, a bottleneck."""
    words, order, factor, back = 2900, 4, 0.85, 33
    cells = words**order
    read, short, state = 42, 5, 620
    return [
        [words, cells / 10 ** int(math.log10(cells)), 10, 0],
        [factor, back, factor**back],
        [read, short, state, read * state],
    ]
