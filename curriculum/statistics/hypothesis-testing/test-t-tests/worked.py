"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import one_sample, paired, welch

SAID = 1.8  # the gain of the opening question: no data stand behind it


def worked():
    """Five scores against a number, against their partners, and against the same numbers as a group of their own."""
    x, y, old = np.array([4, 6, 8, 10, 12]), np.array([3, 5, 6, 9, 10]), 5
    variance = x.var(ddof=1)
    d = x - y
    return [
        SAID,
        [x, old, x.mean(), 2, variance, len(x), np.sqrt(variance / len(x)), x.mean() - old, one_sample(x, old)],
        [y, d, d.mean(), d.var(ddof=1), paired(x, y), welch(x, y)],
    ]
