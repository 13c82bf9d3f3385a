def matmul(a, b):
    """The product of two matrices, each a list of rows."""
    raise NotImplementedError


def matvec(a, x):
    """The product of a matrix (a list of rows) and a vector (a list of numbers)."""
    raise NotImplementedError
