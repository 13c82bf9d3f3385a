import math

import numpy as np


def inverse(a):
    """The inverse of a square matrix; ValueError where there is none worth having."""
    raise NotImplementedError


def condition(a):
    """The condition number of a square matrix in the row-sum norm, infinite where inverse rejects it."""
    raise NotImplementedError
