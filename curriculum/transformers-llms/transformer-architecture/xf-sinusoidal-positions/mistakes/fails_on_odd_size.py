"""Fails on an odd size

You fill the even and the odd columns from the same set of angles. For an odd size there is one cosine column less than there are sines, and NumPy refuses to fit them. The last
sine has no partner: leave its cosine out.
"""

import math

import numpy as np


def sinusoidal_positions(length, size, start=0):
    if length < 0 or size < 1 or start < 0:
        raise ValueError("length, size or start out of range")
    table = np.zeros((length, size))
    angles = np.arange(start, start + length)[:, None] / 10000 ** (np.arange(0, size, 2) / size)
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table
    for row in range(length):
        p = start + row
        for i in range(size):
            pair = i // 2
            angle = p / 10000 ** (2 * pair / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
