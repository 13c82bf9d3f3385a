"""Adds the numbers themselves

The code leaves out the square. For 0 and 1 nobody notices; 2 counts as 2 where 4 is asked for.
"""


def sum_squares(numbers):
    return sum(numbers)
