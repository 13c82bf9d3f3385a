"""The figures of the lesson, computed with the solution."""

from answer import matmul, matvec


def worked():
    """Two products, one of them in both orders."""
    a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    c, x = [[1, 0, 2], [-1, 3, 1]], [3, 1, 2]
    return [a, b, matmul(a, b), matmul(b, a), c, [len(c), len(x)], x, matvec(c, x), matmul(c, [[v] for v in x])]
