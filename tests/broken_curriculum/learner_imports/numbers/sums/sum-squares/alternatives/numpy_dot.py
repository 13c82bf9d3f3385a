"""By the judge's own means"""

from gradus.judging import array


def sum_squares(numbers):
    return sum(x * x for x in array(numbers))
