"""The figures of the lesson, computed with the solution."""

import math

from answer import sinusoidal_positions


def worked():
    """The first two positions at size 4, and how much neighbours resemble each other."""
    size, base = 4, 10000
    table = sinusoidal_positions(2, size)
    later = sinusoidal_positions(2, size, start=7)
    product = table[0] @ table[1]
    if not math.isclose(product, later[0] @ later[1]):
        raise ValueError("the dot product depends on more than the distance")
    speeds = [base ** -(i / size) for i in (0, 2)]
    return [
        2 * math.pi,
        [size, base, speeds, 1 / speeds[1]],
        [[0, 1], table, speeds[1], math.cos(1), math.cos(speeds[1]), product, [7, 8]],
    ]
