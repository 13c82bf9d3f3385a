"""The figures of the lesson, computed with the solution and the photograph of the task."""

import math

import numpy as np
import probe
from answer import low_rank


def worked():
    """Two rows rebuilt from one sheet, and how many sheets a photograph needs."""
    a = np.array([[2, 2], [-1, 1]])
    approximation, error = low_rank(a, 1)
    square = a.T @ a
    eigenvalues = np.linalg.eigvalsh(square)
    sizes = [(a - approximation) ** 2, a**2]
    photo = probe._photo()
    told = [photo.shape, photo.size]
    for most in (0.10, 0.05):
        k = probe.photo_rank(most)
        told += [most, k, k * sum(photo.shape)]
    return [
        [a, square, eigenvalues, np.sqrt(eigenvalues), 1, approximation.round(9), error],
        [[float(s.sum()) for s in sizes], math.sqrt(sizes[0].sum() / sizes[1].sum())],
        told,
    ]
