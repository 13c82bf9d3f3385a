import numpy as np


def rank(a):
    """The number of independent columns of a, up to rounding."""
    raise NotImplementedError


def independent_columns(a):
    """The columns of a that are no combination of those before them: numbers from 0, increasing."""
    raise NotImplementedError
