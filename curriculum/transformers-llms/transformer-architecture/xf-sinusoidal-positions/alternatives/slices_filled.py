"""The usual slices, with exp of a log; the cosine columns cut for odd sizes."""

import math

import numpy as np


def sinusoidal_positions(length, size, start=0):
    if not (length >= 0 and size >= 1 and start >= 0):
        raise ValueError(f"bad sizes {length}, {size}, {start}")
    position = np.arange(start, start + length, dtype=np.float64).reshape(-1, 1)
    div = np.exp(np.arange(0, size, 2) * (-math.log(10000.0) / size))
    pe = np.empty((length, size))
    pe[:, 0::2] = np.sin(position * div)
    pe[:, 1::2] = np.cos(position * div[: size // 2])
    return pe
