"""Feeds a sequence to the answer in pieces, with the cache handed on, and measures scores of shifted positions."""

import answer
import numpy as np


def steps(q, k, v, sizes, layout, base):
    """The outputs of all pieces, one under the other."""
    options = {k: v for k, v, usual in (("layout", layout, "half"), ("base", base, 1e4)) if v != usual}
    cache, out, at = None, [], 0
    for n in sizes:
        found = answer.attend(q[at : at + n].copy(), k[at : at + n].copy(), v[at : at + n].copy(), cache, **options)
        if not isinstance(found, (tuple, list)) or len(found) != 2:
            raise TypeError(f"attend must return (output, cache); it returned {type(found).__name__}")
        piece, cache = np.asarray(found[0], float), found[1]
        if piece.shape != (n, v.shape[1]):
            raise ValueError(f"the output for {n} new tokens has shape {piece.shape}, expected {(n, v.shape[1])}")
        out.append(piece)
        at += n
    return np.concatenate(out)


def scores(q, k, at, layout):
    """Dot products of rotated queries and keys whose positions begin at `at`."""
    positions = at + np.arange(len(q))
    a, b = (np.asarray(answer.rotate(m.copy(), positions, layout), float) for m in (q, k))
    return a @ b.T
