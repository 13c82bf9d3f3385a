import math

import numpy as np


def dot(x, y):
    """The sum of the products of matching entries."""
    raise NotImplementedError


def cosine_similarity(x, y):
    """The cosine of the angle between x and y; 0 if one of them is all zeros."""
    raise NotImplementedError


def angle(x, y):
    """The angle between x and y in radians, from 0 to pi."""
    raise NotImplementedError
