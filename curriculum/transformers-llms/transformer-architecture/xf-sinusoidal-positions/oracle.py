"""The closed formula, one number at a time; the cosine by the rotation from the position before."""

import cmath
import math


def sinusoidal_positions(length, size, start=0):
    if length < 0 or size < 1 or start < 0:
        raise ValueError("out of range")
    import numpy as np

    table = np.zeros((length, size))
    for pair in range((size + 1) // 2):
        speed = math.exp(-2 * pair / size * math.log(10000))
        turn, hand = cmath.exp(1j * speed), cmath.exp(1j * speed * start)
        for row in range(length):
            table[row, 2 * pair] = hand.imag
            if 2 * pair + 1 < size:
                table[row, 2 * pair + 1] = hand.real
            hand *= turn
    return table
