"""The images of basis vectors, worked out point by point with complex numbers, column by column, or by solving linear equations."""

import cmath
import math

import numpy as np


def _columns(f):
    """The matrix of a map of complex numbers."""
    return [[f(1).real, f(1j).real], [f(1).imag, f(1j).imag]]


def basis_images(e1, e2):
    return np.linalg.solve(np.eye(2), np.array([e1, e2], dtype=float)).T.tolist()


def rotate_or_reflect(turn=None, mirror=None):
    """Rotating is multiplying by a number of length 1; reflecting is conjugating in the mirror's own frame."""
    if turn is not None:
        return _columns(lambda z: z * cmath.exp(1j * math.radians(turn)))
    unit = cmath.exp(1j * math.radians(mirror))
    return _columns(lambda z: unit * complex(z / unit).conjugate())


def shear_or_scale(images):
    return [[images[0][0], images[1][0]], [images[0][1], images[1][1]]]


def composition(first, second):
    """Each basis vector goes through the first map, then through the second."""
    def through(m, v):
        return [sum(m[i][j] * v[j] for j in range(2)) for i in range(2)]

    images = [through(second, through(first, v)) for v in ([1, 0], [0, 1])]
    return [[images[0][0], images[1][0]], [images[0][1], images[1][1]]]


def two_images(inputs, outputs):
    """Least squares for X in inputs X = outputs, one vector a row."""
    x, *_ = np.linalg.lstsq(np.array(inputs, dtype=float), np.array(outputs, dtype=float), rcond=None)
    return x.T.tolist()
