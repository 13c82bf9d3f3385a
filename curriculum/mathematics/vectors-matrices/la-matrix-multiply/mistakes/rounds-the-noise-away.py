"""Rounds to a fixed number of decimals

The last digits look like noise, so every entry is cut at the ninth decimal. That is a claim about the size of the entries: where all of them are small, the answer is gone with the noise. What counts as noise depends on the size
of the products.
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
    return [round(sum(v * w for v, w in zip(row, x)), 9) for row in a]


def _width(a):
    (width,) = {len(row) for row in a}  # raises ValueError where the rows have several lengths
    return width
