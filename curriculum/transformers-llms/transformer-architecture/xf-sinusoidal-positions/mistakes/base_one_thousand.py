"""Another base than 10000

Your speeds fall to 1/1000 or so, not to nearly 1/10000. The first pair agrees, all others turn too fast.
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
            angle = p / 1000 ** (2 * pair / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
