"""Last column of an odd size is a cosine

For an odd size your last column holds the cosine of the last angle. Column numbers start at 0, so the last one is even, and even columns are sines.
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
            last = size % 2 == 1 and i == size - 1
            table[row, i] = math.cos(angle) if last else math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
