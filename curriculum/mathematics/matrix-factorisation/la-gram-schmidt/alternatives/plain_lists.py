"""Plain lists and math.fsum, twice."""

import math


def dot(u, v):
    return math.fsum(a * b for a, b in zip(u, v))


def orthonormal_basis(vectors):
    work = [[float(x) for x in v] for v in vectors]
    for w in work:
        if len(w) != len(work[0]):
            raise ValueError("ragged")
    out = []
    for w in work:
        whole = math.hypot(*w)
        if whole == 0:
            continue
        w = [x / whole for x in w]
        for _ in (1, 2):
            for q in out:
                c = dot(q, w)
                w = [x - c * y for x, y in zip(w, q)]
        left = math.hypot(*w)
        if left > 1e-10:
            out.append([x / left for x in w])
    return out
