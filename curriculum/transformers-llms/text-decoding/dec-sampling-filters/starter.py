"""Temperature, top-k, top-p, and a draw."""

import numpy as np


def shares(logits, temperature=1.0, k=None, p=1.0):
    """Return the shares of all tokens after temperature, top-k and top-p."""
    raise NotImplementedError


def sample(logits, temperature, k, p, rng):
    """Return one token number drawn by these shares."""
    raise NotImplementedError
