"""Plain lists, one number at a time."""

from math import cos, sin


def sinusoidal_positions(length, size, start=0):
    if min(length, start) < 0 or size <= 0:
        raise ValueError
    rows = []
    for p in range(start, start + length):
        row = []
        k = 0
        while len(row) < size:
            w = 1.0 / 10000.0 ** (k / size)
            row += [sin(p * w), cos(p * w)]
            k += 2
        rows.append(row[:size])
    import numpy

    return numpy.array(rows, dtype=float).reshape(length, size)
