"""Each column has its own speed

You use the column's own number in the exponent, for cosine columns too. Then the two columns of a pair turn at different speeds, are no longer sine and cosine of one angle, and the
step from one position to the next is not a rotation. A pair shares one exponent.
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
            angle = p / 10000 ** (i / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
