"""Sinusoidal positional encodings."""

import numpy as np


def sinusoidal_positions(length, size, start=0):
    """Return the array (length, size) of the encodings of the positions start, start + 1, ..."""
    raise NotImplementedError
