"""Slowest speed exactly 1/10000

You spread the speeds so that the last pair turns at exactly 1/10000, dividing by the last index instead of the size. A well-known library does so, and the tables do not mix. Here the exponent
divides by the size, and the slowest speed is a little above.
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
            angle = p / 10000 ** (2 * pair / max(size - 2 + size % 2, 1))
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
