"""Keeps a share of the count instead of watching the error

The code keeps a fraction of the singular values, as if 10 % error meant 90 % of the sheets. How much each sheet
weighs never enters. A smooth picture is then stored with many sheets too many, and for noise the target may be
missed. The rank has to follow from the error that the dropped sheets leave.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    a = a.astype(float)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    approximation = (u[:, :k] * s[:k]) @ vt[:k]
    size = np.sqrt(np.sum(s**2))
    error = np.sqrt(np.sum(s[k:] ** 2)) / size if size > 0 else 0.0
    return approximation, error


def compress(image, max_error):
    if max_error <= 0 or max_error >= 1:
        raise ValueError("max_error")
    image = image.astype(float)
    u, s, vt = np.linalg.svd(image, full_matrices=False)
    size = np.sqrt(np.sum(s**2))
    k = 0
    if size > 0:
        k = int(np.ceil((1 - max_error) * len(s)))
    return u[:, :k] * s[:k], vt[:k]
