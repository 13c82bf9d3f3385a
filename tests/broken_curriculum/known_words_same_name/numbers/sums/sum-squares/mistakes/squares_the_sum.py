"""Adds the numbers themselves

The code adds first and squares at the end.
"""


def sum_squares(numbers):
    return sum(numbers) ** 2
