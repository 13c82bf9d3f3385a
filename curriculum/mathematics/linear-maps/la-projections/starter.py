import numpy as np


def projection_matrix(a):
    """The matrix that projects onto the span of the columns of a."""
    raise NotImplementedError


def project(a, x):
    """The projection of x onto the span of the columns of a, and the residual."""
    raise NotImplementedError
