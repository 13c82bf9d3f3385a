"""All sines first, then all cosines

You put the sines into the left half and the cosines into the right half. Some libraries do that, and a model trained so works. The task interleaves them: a sine and the cosine of
the same angle stand next to each other. Loaded into a model of the other layout, every column but the first means something else.
"""

import math

import numpy as np


def sinusoidal_positions(length, size, start=0):
    if length < 0 or size < 1 or start < 0:
        raise ValueError("length, size or start out of range")
    table = np.zeros((length, size))
    for row in range(length):
        p = start + row
        for i in range(size):
            half = (size + 1) // 2
            pair = i if i < half else i - half
            angle = p / 10000 ** (2 * pair / size)
            table[row, i] = math.sin(angle) if i < half else math.cos(angle)
    return table
