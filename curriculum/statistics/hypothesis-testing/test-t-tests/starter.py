import numpy as np
from scipy import stats


def one_sample(x, mean):
    """(t, df, p) of the two-sided one-sample t-test of x against the number mean."""
    raise NotImplementedError


def paired(x, y):
    """(t, df, p) of the two-sided paired t-test."""
    raise NotImplementedError


def welch(x, y):
    """(t, df, p) of Welch's two-sided test for two independent groups."""
    raise NotImplementedError
