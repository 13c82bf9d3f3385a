"""Impossible sizes are not refused

A negative start or a size of 0 gives you a table: of positions that no text has, or without columns. The error then shows up far away, as a shape that does not fit. The task asks for a ValueError at the
door.
"""

import math

import numpy as np


def sinusoidal_positions(length, size, start=0):
    table = np.zeros((length, size))
    for row in range(length):
        p = start + row
        for i in range(size):
            pair = i // 2
            angle = p / 10000 ** (2 * pair / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
