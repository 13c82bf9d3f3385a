"""Sine and cosine swapped

Your even columns hold the cosine, the odd ones the sine. Each pair still lies on a circle, but position 0 becomes 1, 0, 1, 0 and no stored encoding fits yours. The even columns,
the first among them, hold the sine.
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
            table[row, i] = math.sin(angle) if i % 2 == 1 else math.cos(angle)
    return table
