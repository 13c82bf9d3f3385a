"""Divides by n minus 1

That is for the variance of a sample."""


def mean(values):
    return sum(values) / (len(values) - 1)
