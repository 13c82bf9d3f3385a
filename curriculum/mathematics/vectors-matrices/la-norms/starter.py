import math

import numpy as np


def vector_norm(x, p=2):
    """The p-norm of a 1-D array: p >= 1, or math.inf for the maximum norm."""
    raise NotImplementedError


def frobenius_norm(a):
    """The square root of the sum of all squared entries of a 2-D array."""
    raise NotImplementedError
