"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import rotate


def worked():
    """One row of four columns at position 1, in both layouts."""
    size, base = 4, 10000
    row = np.array([[1.0, 2, 3, 4]])
    turned = [rotate(row, np.array([1]), layout) for layout in ("half", "interleaved")]
    if not np.array_equal(rotate(row, np.array([0])), row) or not np.allclose([np.sum(r**2) for r in turned], 30):
        raise ValueError("the length changes")
    return [size, base, 0, 1, 2, [float(base) ** (-2 * i / size) for i in range(2)], row, turned, np.sum(row**2)]
