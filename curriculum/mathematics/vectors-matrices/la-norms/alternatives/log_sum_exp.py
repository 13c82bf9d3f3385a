"""Works with logarithms: the p-th power becomes a multiplication, the sum a log-sum-exp."""

import numpy as np
from scipy.special import logsumexp


def vector_norm(x, p=2):
    x = np.asarray(x, dtype=np.float64)
    if x.ndim != 1:
        raise ValueError("x must be a vector")
    if not p >= 1:
        raise ValueError("p must be at least 1")
    x = np.abs(x[x != 0])
    if x.size == 0:
        return 0.0
    return x.max() if p == np.inf else np.exp(logsumexp(p * np.log(x)) / p)


def frobenius_norm(a):
    if np.asarray(a).ndim != 2:
        raise ValueError("a must be a matrix")
    return vector_norm(np.ravel(a), 2)
