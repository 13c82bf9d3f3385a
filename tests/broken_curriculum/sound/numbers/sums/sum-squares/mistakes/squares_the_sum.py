"""Squares the sum

The code adds first and squares at the end. For one number that is the same; two numbers get a mixed term on top.
"""


def sum_squares(numbers):
    return sum(numbers) ** 2
