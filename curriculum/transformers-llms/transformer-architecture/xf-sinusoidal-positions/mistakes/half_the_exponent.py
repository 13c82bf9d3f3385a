"""Exponent without the factor 2

You use the number of the pair, where the formula has twice that number. The speeds then fall only to 1/100, not to nearly 1/10000, so distant positions look alike. It is right
for the first pair, whose exponent is 0 either way.
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
            angle = p / 10000 ** (pair / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
