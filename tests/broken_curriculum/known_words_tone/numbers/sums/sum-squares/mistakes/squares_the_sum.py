"""Squares the sum

You simply add first and square at the end.
"""


def sum_squares(numbers):
    return sum(numbers) ** 2
