"""A cosine is a sine a quarter turn later."""

import numpy as np
from scipy.special import exp10


def sinusoidal_positions(length, size, start=0):
    if length < 0 or size < 1 or start < 0:
        raise ValueError
    pair, odd = np.divmod(np.arange(size), 2)
    angle = np.multiply.outer(np.arange(length) + float(start), exp10(-8.0 * pair / size))
    return np.sin(angle + odd * (np.pi / 2))
