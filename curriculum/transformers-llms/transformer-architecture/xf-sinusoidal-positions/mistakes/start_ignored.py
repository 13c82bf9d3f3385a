"""The start is ignored

Your table always begins at position 0. While a model reads a prompt in one go that is right. When it goes on one token at a time, every new token then claims to be the first. Add the start to
each row's number.
"""

import math

import numpy as np


def sinusoidal_positions(length, size, start=0):
    if length < 0 or size < 1 or start < 0:
        raise ValueError("length, size or start out of range")
    table = np.zeros((length, size))
    for row in range(length):
        p = row
        for i in range(size):
            pair = i // 2
            angle = p / 10000 ** (2 * pair / size)
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
