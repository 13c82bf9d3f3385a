"""Every row is the row before, turned: one complex multiplication a pair."""

import numpy as np


def sinusoidal_positions(length, size, start=0):
    if length < 0 or start < 0 or size < 1:
        raise ValueError("negative")
    w = np.power(10000.0, -2.0 * np.arange((size + 1) // 2) / size)
    powers = np.cumprod(np.vstack([np.exp(1j * w * start)] + [np.exp(1j * w)] * max(length - 1, 0)), axis=0)[:length]
    return np.stack([powers.imag, powers.real], axis=-1).reshape(length, 2 * len(w))[:, :size]
