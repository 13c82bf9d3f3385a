"""Multiplies pixels in 8 bits

The code forms the product of the image with its transpose in the type of the pixels. In uint8 every sum keeps only
its last 8 bits, so the eigenvalues and the directions are those of noise. With float input the same lines work, which
is why a drawn test matrix passes. The type has to change before the product.
"""

import numpy as np


def low_rank(a, k):
    if k < 0:
        raise ValueError("negative")
    _, v = np.linalg.eigh((a.T @ a).astype(float))
    a, v = a.astype(float), v[:, ::-1][:, :k]
    approximation = (a @ v) @ v.T
    size = np.linalg.norm(a)
    error = np.linalg.norm(a - approximation) / size if size > 0 else 0.0
    return approximation, error


def compress(image, max_error):
    if max_error <= 0 or max_error >= 1:
        raise ValueError("max_error")
    _, v = np.linalg.eigh((image.T @ image).astype(float))
    image, v = image.astype(float), v[:, ::-1]
    k = 0
    while k < min(image.shape) and np.linalg.norm(image - image @ v[:, :k] @ v[:, :k].T) > max_error * np.linalg.norm(image):
        k += 1
    return image @ v[:, :k], v[:, :k].T
