"""Speeds of the next even size

For an odd size you build the table of the next even one and cut a column off. The exponent then divides by the rounded size, so all speeds but the first are off. The size that was asked for
stands in the exponent.
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
            angle = p / 10000 ** (2 * pair / (size + size % 2))
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
