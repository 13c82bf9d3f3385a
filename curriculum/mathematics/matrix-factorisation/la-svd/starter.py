import numpy as np


def low_rank(a, k):
    """A best approximation of rank at most k, and its relative error."""
    raise NotImplementedError


def compress(image, max_error):
    """Factors (left, right) of the smallest rank whose product has at most this relative error."""
    raise NotImplementedError
