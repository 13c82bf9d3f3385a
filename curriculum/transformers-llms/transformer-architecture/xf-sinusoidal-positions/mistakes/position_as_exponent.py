"""Position in the exponent

You raise 10000 to a power that contains the position and turn by the column. After a few positions the power is so small that all rows look alike. The exponent holds the column: it sets
the speed of a pair. The position is what that speed is multiplied with.
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
            angle = 2 * pair / 10000 ** (p / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
