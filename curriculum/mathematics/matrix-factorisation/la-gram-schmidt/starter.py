import numpy as np


def orthonormal_basis(vectors):
    """An orthonormal basis of the span of the vectors, in order, without the dependent ones."""
    raise NotImplementedError
