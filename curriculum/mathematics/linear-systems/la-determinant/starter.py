import math

import numpy as np


def determinant(a):
    """The determinant of a square matrix."""
    raise NotImplementedError


def sign_and_log(a):
    """The sign of the determinant and the logarithm of its size."""
    raise NotImplementedError


def is_invertible(a):
    """Is the determinant more than 1e-10 of what the lengths of the rows allow?"""
    raise NotImplementedError
