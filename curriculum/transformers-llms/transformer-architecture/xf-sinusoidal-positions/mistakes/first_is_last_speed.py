"""Speeds in rising order

Your exponent has the other sign, so the speeds grow from 1 to nearly 10000. The fast columns jump around between neighbouring positions, as if drawn at random. The first pair is the fastest; all
others are slower.
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
            angle = p * 10000 ** (2 * pair / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
