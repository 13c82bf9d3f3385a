def sum_squares(numbers):
    """The sum of the squares."""
    raise NotImplementedError
