import numpy as np


def project_simplex(v):
    """The point of the simplex that is nearest to v."""
    raise NotImplementedError


def gap_box(q, b, x, low, high):
    """An upper bound on how much lower f can be in the box than at x."""
    raise NotImplementedError


def gap_simplex(q, b, x):
    """An upper bound on how much lower f can be on the simplex than at x."""
    raise NotImplementedError


def minimise_box(q, b, low, high):
    """The minimiser of x'Qx / 2 - b'x with low <= x <= high."""
    raise NotImplementedError


def minimise_simplex(q, b):
    """The minimiser of x'Qx / 2 - b'x on the simplex."""
    raise NotImplementedError
