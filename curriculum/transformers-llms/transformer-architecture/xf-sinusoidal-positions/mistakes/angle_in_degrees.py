"""Angles taken for degrees

You convert the angles as if they were degrees. The sine of NumPy and of math takes radians, and so does the formula: speed 1 means a full turn every 6.28 positions.
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
            pair = i // 2
            angle = p / 10000 ** (2 * pair / size)
            table[row, i] = math.sin(math.radians(angle)) if i % 2 == 0 else math.cos(math.radians(angle))
    return table
