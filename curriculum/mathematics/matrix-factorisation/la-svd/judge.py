"""Best low-rank approximation, its error, and the smallest rank that reaches a target, on drawn matrices and a real photograph."""

import numpy as np
from gradus.judging import Miss, call, close, each, script

EXPECTED = {
    "rank 1 of the worked example": ([[2.0, 2], [0, 0]], 0.4472135955), "rank 0 of the worked example": ([[0.0, 0], [0, 0]], 1.0), "photo to 10 %": 8, "photo to 5 %": 21, "rank 1 of 2 x 3 zeros": ([[0.0, 0, 0], [0, 0, 0]], 0.0), "rank 1 of 12, 4, 3": ([[12.0, 0, 0], [0, 0, 0], [0, 0, 0]], 5 / 13),
}  # fmt: skip


def target(rng, a):
    """A target between two errors that can be reached, well away from both."""
    e = np.sqrt(np.append(np.cumsum(np.linalg.svd(a, compute_uv=False)[::-1] ** 2)[::-1], 0) / np.sum(a.astype(float) ** 2))  # the errors of rank 0, 1, ...
    i = int(rng.choice([i for i in range(1, len(e)) if e[i - 1] - e[i] > 1e-3]))
    return round(float(e[i] + rng.uniform(0.2, 0.8) * (e[i - 1] - e[i])), 6)


def PROBES(rng):
    example, pixels, near = np.array([[2.0, 2], [-1, 1]]), rng.integers(0, 256, (6, 8)).astype(np.uint8), rng.normal(size=(9, 2)) @ rng.normal(size=(2, 7))
    low = {f"{k} of the worked example": (example, k) for k in range(4)} | {f"{k} of 12, 4, 3": (np.diag([12, 4, 3]), k) for k in (1, 2)}
    shapes = [(1, 1), (1, 5), (5, 1), (2, 3), (3, 2), (4, 4), (6, 3), (3, 8), (7, 7)]
    low |= {f"of a random {m} x {n}": (rng.normal(rng.choice([0, 1]), 1, (m, n)), int(rng.integers(1, min(m, n) + 1))) for m, n in shapes}
    low |= {f"{k} of {name}": (v, k) for name, v in (("integers", rng.integers(-9, 10, (4, 6))), ("8-bit pixels", pixels)) for k in (1, 3)}
    low |= {f"{k} of a {m} x {n}": (rng.normal(size=(m, n)), k) for m, n, k in ((5, 3, 3), (5, 3, 4), (5, 3, 9), (3, 5, 4), (3, 5, 6))} | {f"{k} of {m} x 3 zeros": (np.zeros((m, 3)), k) for k in (0, 1, 5) for m in (2, 0)}
    low |= {"2 of nearly that rank": (near + 1e-3 * rng.normal(size=near.shape), 2), "1 with ties": (np.eye(3), 1), "3 with ties": (2 * np.eye(4), 3), "10 of a large matrix": (rng.normal(size=(50, 60)) + 3, 10), "1 of large numbers": (rng.normal(size=(3, 4)) * 1e5, 1), "1 of small numbers": (rng.normal(size=(4, 3)) * 1e-4, 1)}
    probes = {f"rank {k}": call("low_rank", *v) for k, v in low.items()} | {f"negative rank {k}": call("low_rank", example, k) for k in (-1, -2)} | {f"negative rank of {m} x 3 zeros": call("low_rank", np.zeros((m, 3)), -1) for m in (2, 0)}
    images = {f"{m} x {n}": rng.normal(1, 1, (m, n)) for m, n in shapes[3:]} | {"pixels": pixels, "tall pixels": pixels.T.copy(), "rank 2": near, "large": rng.normal(2, 1, (40, 60)), "integers": rng.integers(-9, 10, (5, 7))}
    cases = {k: (a, target(rng, a)) for k, a in images.items()} | {f"{r} x 3 zeros": (np.zeros((r, 3)), 0.1) for r in (2, 0)} | {"to nearly nothing": (example, 0.999), "one row": (np.array([[3.0, 4]]), 0.5)}
    probes |= {f"compress {k}": script("compress", *v) for k, v in cases.items()}
    for i in range(4):
        (top, left), (h, w), e = rng.integers(0, 30, 2).tolist(), rng.integers(12, 34, 2).tolist(), round(float(rng.uniform(0.03, 0.2)), 3)
        probes[f"compress photo part {i}"] = script("compress_part", top, h, left, w, e, shown=f"compress(photo[{top}:{top + h}, {left}:{left + w}], {e})")
    probes |= {f"photo to {int(100 * e)} %": script("photo_rank", e, shown=f"compress(photo, {e}), the rank it chose") for e in (0.1, 0.05)}
    return probes | {f"target {e}": script("compress", example, e) for e in (0.0, -0.1, 1.0, 1.5)} | {f"target {e} of {m} x 3 zeros": script("compress", np.zeros((m, 3)), e) for e, m in ((0.0, 2), (1.5, 2), (-0.1, 0))}


def distance(a, b):
    """How far b is from a, relative to the size of a; infinite if b is not finite."""
    return float(np.linalg.norm(a - np.asarray(b)) / (np.linalg.norm(a) or 1)) if np.isfinite(b).all() else np.inf


@each("rank")
def rank_is_small(got, ideal, probe):
    """The approximation has at most k singular values that are not 0."""
    s = np.linalg.svd(got[0], compute_uv=False) if np.isfinite(got[0]).all() else np.full(99, np.inf)
    return None if not (s[probe.args[1] :] > 1e-5 * s[:1]).any() else Miss(f"Asked for rank {probe.args[1]}; yours has the singular values {s.round(6).tolist()[:6]}.")


@each("rank")
def nothing_comes_closer(got, ideal, probe):
    """No matrix of rank k comes closer to the input."""
    mine, best = (distance(probe.args[0], v[0]) for v in (got, ideal))
    return None if mine <= best + 1e-5 else Miss(f"Your approximation is {mine:.6g} of the size of the input away from it; {best:.6g} can be reached.")


@each("rank")
def error_is_reported(got, ideal):
    """The error is the size of the difference divided by that of the input."""
    return close(got[1], ideal[1], rtol=0, atol=1e-5)


@each("compress")
def reaches_the_target(got, ideal, probe):
    """The product of the two factors is within max_error of the image."""
    mine = distance(ideal["image"].astype(float), got["product"])
    return None if mine <= probe.args[-1] + 1e-5 else Miss(f"With k = {got['k']} your product has the relative error {mine:.6g}; the target is {probe.args[-1]:g}.")


@each("compress", "photo")
def no_rank_to_spare(got, ideal):
    """k is the smallest rank that reaches the target."""
    mine, least = (v["k"] if isinstance(v, dict) else v for v in (got, ideal))
    return None if mine == least else Miss(f"You chose k = {mine}; the target is {'met by a smaller one' if mine > least else 'missed'}.")


@each("compress")
def product_is_best(got, ideal):
    """The product is as close to the image as any matrix of its rank."""
    mine, best = (distance(ideal["image"].astype(float), v["product"]) for v in (got, ideal))
    return None if mine <= best + 1e-5 else Miss(f"Your product has the relative error {mine:.6g}; with the same k, {best:.6g} can be reached.")
