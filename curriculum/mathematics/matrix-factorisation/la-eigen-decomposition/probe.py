"""Asks for eigenvalues and eigenvectors; turns each vector so that its largest entry is positive."""

import answer
import numpy as np


def eigen(a):
    result = answer.eigen(a)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        raise TypeError(f"eigen must return (values, vectors); it returned {type(result).__name__}")
    values, vectors = np.array(result[0], float), np.array(result[1], float)
    n = len(a)
    if values.shape != (n,) or vectors.shape != (n, n):
        raise TypeError(f"values must have the shape ({n},) and vectors ({n}, {n}); they have {values.shape} and {vectors.shape}")
    return {"values": values, "vectors": vectors * np.array([np.sign(v[np.argmax(np.abs(v) > 0.99 * np.abs(v).max())]) or 1.0 for v in vectors.T])}
