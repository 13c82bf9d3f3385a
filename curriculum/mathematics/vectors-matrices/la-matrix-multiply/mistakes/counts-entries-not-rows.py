"""Counts all entries instead of the entries of each row

Rows times columns gives the right number of entries, so the matrix passes. A row with one too many and a row with one too few make up for each other, and the sums take what they find. Every row has to be looked at.
"""

def matmul(a, b):
    """The product of two matrices, each a list of rows."""
    _width(b)
    columns = [list(column) for column in zip(*b)]
    return [matvec(columns, row) for row in a]


def matvec(a, x):
    """The product of a matrix (a list of rows) and a vector (a list of numbers)."""
    if _width(a) != len(x):
        raise ValueError("a row of the matrix and the vector must be equally long")
    return [sum(v * w for v, w in zip(row, x)) for row in a]


def _width(a):
    width = len(a[0])
    if sum(len(row) for row in a) != width * len(a):
        raise ValueError("the rows must be equally long")
    return width
