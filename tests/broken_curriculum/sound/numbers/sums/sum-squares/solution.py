"""By a generator."""


def sum_squares(numbers):
    """The sum of the squares."""
    return sum(value * value for value in numbers)
