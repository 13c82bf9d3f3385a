"""Sinusoidal positional encodings of "Attention is all you need"."""

import numpy as np


def sinusoidal_positions(length, size, start=0):
    """One row a position: sines in the even columns, cosines in the odd ones."""
    if length < 0 or size < 1 or start < 0:
        raise ValueError("length and start must be at least 0, size at least 1")
    columns = np.arange(size)
    speeds = 10000.0 ** -((columns - columns % 2) / size)
    angles = np.arange(start, start + length)[:, None] * speeds
    return np.where(columns % 2 == 0, np.sin(angles), np.cos(angles))
