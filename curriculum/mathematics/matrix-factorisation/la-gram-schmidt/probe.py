"""Asks for the basis; reports how many vectors it has, if their dot products are right, and the vectors."""

import answer
import numpy as np


def basis(vectors):
    """A basis with more vectors than dimensions holds noise, which is not reported: only their number is."""
    found = answer.orthonormal_basis(vectors)
    if not isinstance(found, (list, tuple, np.ndarray)):
        raise TypeError(f"orthonormal_basis must return a list of vectors; it returned {type(found).__name__}")
    n = len(vectors[0]) if vectors else 0
    q = np.array([np.asarray(v, dtype=float) for v in found]) if len(found) else np.zeros((0, n))
    if q.ndim != 2 or q.shape[1] != n:
        raise TypeError(f"each basis vector must have {n} entries; together yours have the shape {q.shape}")
    with np.errstate(all="ignore"):
        off = np.abs(q @ q.T - np.eye(len(q))).max(initial=0.0)
    unit = np.array([np.asarray(v, float) / (np.linalg.norm(v) or 1.0) for v in vectors]) if len({len(v) for v in vectors}) == 1 else q
    rank = int((np.linalg.svd(unit, compute_uv=False) > 1e-11).sum()) if unit.size else 0
    right = bool(off <= 1e-12) if len(q) <= rank else True
    return {"count": len(q), "right_angles": right, "basis": q.ravel().tolist() if len(q) <= rank else []}
