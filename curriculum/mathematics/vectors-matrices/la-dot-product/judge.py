"""Dot product, cosine and angle: size classes, zero vectors, rounding past 1, extreme lengths, 8-bit integers."""

import math

import numpy as np
from gradus.judging import Miss, call, close, each

EXPECTED = {
    "dot of 3 4 and 4 3": 24.0, "cosine of 3 4 and 4 3": 0.96, "angle of 3 4 and 4 3": 0.283794109208328, "cosine at a right angle": 0.0,
    "angle at a right angle": math.pi / 2, "cosine opposite": -1.0, "angle opposite": math.pi, "dot of int8 hundreds": 20000, "cosine zero vector first": 0.0, "cosine int8 hundreds": 1.0,
}  # fmt: skip


def past_one(rng):
    """Parallel pairs on which rounding pushes the cosine past 1, each for other ways of writing the quotient."""
    found = {}
    while len(found) < 8:
        x = rng.normal(size=3)
        y = x * rng.uniform(0.1, 9)
        u, v = x / abs(x).max(), y / abs(y).max()
        quotient, scaled = ((a @ b) / (np.sqrt(a @ a) * np.sqrt(b @ b)) > 1 for a, b in ((x, y), (u, v)))
        root, unit = (x @ y) / np.sqrt((x @ x) * (y @ y)) > 1, (x / np.sqrt(x @ x)) @ (y / np.sqrt(y @ y)) > 1
        kind = "all" if quotient and scaled and root else "none" if quotient or scaled else "root" if root else "unit" if unit else "none"
        n = sum(k.startswith(f"parallel {kind}") for k in found)
        if kind != "none" and n < (4 if kind == "all" else 2):
            found[f"parallel {kind} {n}"] = (x, y if n else -y)
    return found


def PROBES(rng):
    pairs = {"of 3 4 and 4 3": ([3.0, 4], [4.0, 3]), "at a right angle": ([2.0, 0], [0.0, -7]), "opposite": ([2.0, 4], [-1.0, -2]), "same": ([5.0], [0.25]), "entries that add up to 0": ([1.0, -1, 0], [2.0, 1, -3]), "integer steps up and down": ([3, -3], [2, 1])}
    pairs = {k: (np.array(x), np.array(y)) for k, (x, y) in pairs.items()} | past_one(rng)
    for i in range(8):
        x, y = rng.normal(1, 2, (2, int(rng.integers(2, 9)))).round(3)
        pairs |= {f"random {i}": (x, y), f"stretched {i} far": (x * 1e200, y * 1e200), f"stretched {i} apart": (x * 1e-200, y * 1e200), f"stretched {i} tiny": (x * 1e-200, y * 1e-200)}
    pairs |= {"integers beyond nine digits": tuple(rng.integers(4, 9, (2, 5)) * 10**9 + rng.integers(0, 10**9, (2, 5))), "ones": (np.ones(3), np.ones(3)), "large": tuple(rng.normal(size=(2, 4000))), "integers": tuple(rng.integers(-9, 9, (2, 6)) * 2 + 1)}
    pairs |= {f"integer word counts {i}": tuple(np.where(rng.random((2, 12)) < 0.4, 0, rng.integers(1, 5, (2, 12)))) for i in range(3)}
    pairs |= {f"int8 embedding {i}": tuple(rng.integers(60, 128, (2, 16)).astype(np.int8) * rng.choice([-1, 1, 1], 16).astype(np.int8)) for i in range(3)}
    pairs["int8 hundreds"], zero, v = tuple(np.full((2, 2), 100, np.int8)), np.zeros(3), rng.normal(size=3)
    pairs |= {"zero vector first": (zero, v), "zero vector second": (v, zero), "zero vectors": (zero, zero), "zero vector, no entries": (zero[:0], zero[:0])}
    pairs |= {f"lengths {a} and {b}": (rng.normal(size=a), rng.normal(size=b)) for a, b in ((3, 2), (2, 3), (3, 1), (1, 3), (0, 1))}
    probes = {f"dot of {k.removeprefix('of ')}": call("dot", *p) for k, p in pairs.items() if "stretched" not in k}
    return probes | {f"{n.split('_')[0]} {k}": call(n, *p) for n in ("cosine_similarity", "angle") for k, p in pairs.items()}


@each("dot")
def dot_agrees(got, ideal, probe):
    """The dot product is the sum of the products of matching entries, in integers too."""
    lengths = [np.linalg.norm(v.astype(float)) for v in probe.args]
    return close(got, ideal, rtol=1e-12, atol=1e-9 * lengths[0] * lengths[1])


@each("cosine zero")
def nothing_matches_zero(got):
    """A vector of zeros, or without entries, has the similarity 0 to everything."""
    return close(got, 0.0)


@each("cosine")
def stays_inside(got):
    """The cosine is a real number that never leaves the interval from -1 to 1."""
    return None if np.isrealobj(got) and -1 <= got <= 1 else Miss(f"Yours is {got!r}.")


@each(*(f"cosine {k}" for k in ("of", "at", "opposite", "same", "ones", "random", "large", "int", "entries", "parallel")))
def cosine_agrees(got, ideal):
    """The cosine is 1 for the same direction, 0 at a right angle, -1 for opposite."""
    return close(got, ideal, rtol=0, atol=1e-9)


@each("cosine stretched")
def lengths_do_not_matter(got, ideal):
    """Stretching the vectors to lengths near 1e200 or 1e-200 leaves the cosine as it is."""
    return close(got, ideal, rtol=0, atol=1e-9)


@each("angle")
def angle_agrees(got, ideal):
    """The angle runs from 0 for the same direction to pi for opposite ones."""
    return close(got, ideal, rtol=0, atol=1e-6)
