"""The figures of the lesson, computed from the table of its multiplications."""


def worked():
    """One layer, twice the length, its scores in memory, one token with a cache."""
    b, n, w, h, size = 2, 1024, 512, 8, 4
    linear, square = 4 * b * n * w**2, 2 * b * n**2 * w
    longer = [2 * linear, 4 * square]
    if linear != square or 2 * linear != linear + square:
        raise ValueError("the two parts are not equal")
    million = [v / 1e6 for v in (linear, square, linear + square, *longer, sum(longer), 4 * w**2 + 2 * n * w)]
    return [b, n, w, h, size, n / w, million, sum(longer) / (linear + square), b * h * n**2 * size / 2**20]
