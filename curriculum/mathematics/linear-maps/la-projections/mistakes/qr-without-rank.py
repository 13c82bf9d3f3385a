"""Takes every column of Q for the span

All columns of Q are used, whatever the rank. For dependent columns QR still returns as many perpendicular vectors as
there were columns; the surplus ones point anywhere, and the projection is onto a space too large.
"""

import numpy as np


def projection_matrix(a):
    q = np.linalg.qr(a)[0]
    return q @ q.T


def project(a, x):
    if len(x) != len(a):
        raise ValueError("x must be as long as the columns of a")
    p = projection_matrix(a) @ x
    return p, x - p
