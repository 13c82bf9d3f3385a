"""Squares the sum

The code leaves out value * value for value in the sum.
"""


def sum_squares(numbers):
    return sum(numbers) ** 2
