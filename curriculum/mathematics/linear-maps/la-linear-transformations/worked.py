"""The figures of the lesson, computed with NumPy."""

import numpy as np


def worked():
    """A shear and a scaling in both orders, and a map from the images of two other vectors."""
    shear, scaling = np.array([[1, 0], [5, 1]]), np.array([[4, 0], [0, 1]])
    both, other = scaling @ shear, shear @ scaling
    origins, images = np.array([[1, 0], [1, 1]]), np.array([[0, 3], [2, -2]])  # columns
    matrix = np.round(images @ np.linalg.inv(origins), 12)
    return [
        [5, 4, shear[:, 0], both[:, 0], both[:, 1], both],
        [scaling[:, 0], other[:, 0]],
        [origins, images, images[:, 0] - images[:, 1], matrix, matrix.sum(axis=1)],
    ]
