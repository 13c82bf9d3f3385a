"""Squares the sum"""


def sum_squares(numbers):
    return sum(numbers) ** 2
