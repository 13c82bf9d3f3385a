import numpy as np


def rotate(x, positions, layout="half", base=10000.0):
    """Turn every pair of columns of x by an angle that grows with the position of its row."""
    raise NotImplementedError


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    """Causal attention of new tokens with rotary positions: (output, cache for the next call)."""
    raise NotImplementedError
