import numpy as np


def eigen(a):
    """Eigenvalues, largest absolute value first, and the unit eigenvectors of a symmetric matrix as columns."""
    raise NotImplementedError


def power(a, k):
    """The k-th power of a symmetric matrix."""
    raise NotImplementedError
