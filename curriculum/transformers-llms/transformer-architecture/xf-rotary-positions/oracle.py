"""Each pair as one complex number, multiplied by a power of its unit; attention as sums over the tokens before."""

import cmath
import math

import numpy as np


def rotate(x, positions, layout="half", base=10000.0):
    size = x.shape[-1]
    if size % 2 == 1:
        raise ValueError("odd")
    n = size // 2
    pairs = {"half": [(i, i + n) for i in range(n)], "interleaved": [(2 * i, 2 * i + 1) for i in range(n)]}.get(layout)
    if pairs is None:
        raise ValueError("layout")
    out = np.zeros(x.shape)
    for index in np.ndindex(x.shape[:-1]):
        for i, (a, b) in enumerate(pairs):
            z = complex(x[(*index, a)], x[(*index, b)]) * cmath.exp(1j * float(positions[index[-1]]) / base ** (2 * i / size))
            out[(*index, a)], out[(*index, b)] = z.real, z.imag
    return out


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    """The cache holds everything unrotated; all keys are turned anew in every call."""
    old = cache or ([], [])
    keys, values = [*old[0], *k], [*old[1], *v]
    turned = rotate(np.array(keys), range(len(keys)), layout, base)
    out = []
    for i, query in enumerate(q):
        at = len(old[0]) + i
        (row,) = rotate(query[None], [at], layout, base)
        scores = [math.sumprod(row, turned[j]) / math.sqrt(len(row)) if hasattr(math, "sumprod") else float(np.dot(row, turned[j])) / math.sqrt(len(row)) for j in range(at + 1)]
        top = max(scores)
        weights = [math.exp(s - top) for s in scores]
        out.append(sum(w * u for w, u in zip(weights, values)) / sum(weights))
    return np.array(out), (keys, values)
