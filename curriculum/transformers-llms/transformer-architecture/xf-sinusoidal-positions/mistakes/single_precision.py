"""Angles in single precision

You compute the angles in float32. It holds about seven digits: at position 50,000 an angle is off by up to 0.002, and so is its sine. Near position 0 nothing shows. Compute in float64 and
round at the end, if at all.
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
            angle = float(np.float32(p) * np.float32(math.exp(np.float32(-2 * pair / size * math.log(10000)))))
            table[row, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return table
