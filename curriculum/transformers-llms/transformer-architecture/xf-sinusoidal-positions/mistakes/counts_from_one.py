"""Positions counted from 1

Your first row is the encoding of position 1. Nothing else is wrong, and a model that only ever sees yours would not mind; one that was trained from 0 reads every token one place
further. Position 0 is 0, 1, 0, 1, ...
"""

import math

import numpy as np


def sinusoidal_positions(length, size, start=0):
    if length < 0 or size < 1 or start < 0:
        raise ValueError("length, size or start out of range")
    table = np.zeros((length, size))
    for row in range(length):
        p = start + row + 1
        for i in range(size):
            pair = i // 2
            angle = p / 10000 ** (2 * pair / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
