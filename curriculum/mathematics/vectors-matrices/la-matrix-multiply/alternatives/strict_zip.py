"""Comprehensions whose zip raises by itself."""

from operator import mul


def dot(u, v):
    if len(u) != len(v):
        raise ValueError
    return sum(map(mul, u, v))


def matmul(a, b):
    columns = list(zip(*b, strict=True))
    list(zip(*a, strict=True))
    return [[dot(row, c) for c in columns] for row in a]


def matvec(a, x):
    list(zip(*a, strict=True))
    return list(map(lambda row: dot(row, x), a))
