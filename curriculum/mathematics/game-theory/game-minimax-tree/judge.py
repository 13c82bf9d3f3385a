"""Minimax value, first best move, and exactly the leaves that alpha-beta visits in the given order."""

import numpy as np
from gradus.judging import Miss, call, close, each

EXPECTED = {  # the lesson's trees, by hand
    "two moves deep, worked example": (3, 0, [3, 5, 2, 0]), "three moves deep, worked example": (6, 0, [4, 6, 7, 1, 2]), "a leaf alone": (4, None, [4]),
    "ties, an equal answer": (2, 0, [2, 5, 2]), "ties, the minimiser begins": (5, 0, [5, 1, 5]), "four moves deep, a bound from far above": (5, 0, [5, 6, 3, 2]),
}  # fmt: skip
SMALL = {
    "two moves deep, worked example": [[3, 5], [2, 9], [0, 1]], "three moves deep, worked example": [[[4, 6], [7, 9]], [[1, 2], [8, 3]]],
    "a leaf alone": 4, "one move": [7], "one move after the other": [[[5]]], "ties, an equal answer": [[2, 5], [2, 9]], "ties, all alike": [[1, 1], [1, 1], [1, 1]],
    "four moves deep, a bound from far above": [[5, 6], [[[3, 4], 2], 9]], "uneven depth": [3, [5, [1, 8]], [[2], 9, 4]], "below zero": [[-5, -3], [-9, -1], [-4, -2]],
    "best move last": [[1, 4], [2, 3], [6, 5]], "all moves of one player": [4, 1, 8, 8, 3],
}  # fmt: skip


def grow(rng, depth, width, leaf, even=True):
    """A tree of this depth, with 1 to `width` moves a node; uneven ones end earlier now and then."""
    if depth == 0 or (not even and rng.random() < 0.2):
        return leaf(rng)
    return [grow(rng, depth - 1, width, leaf, even) for _ in range(int(rng.integers(1 if not even else 2, width + 1)))]


def digit(rng):
    return int(rng.integers(-9, 10))


def few(rng):
    return int(rng.integers(0, 4))


def decimal(rng):
    return round(float(rng.normal(0, 50)), 1)


def huge(rng):
    return int(rng.integers(-(10**7), 10**7))


def PROBES(rng):
    p = {k: call("minimax", t) for k, t in SMALL.items()}
    p |= {"ties, the minimiser begins": call("minimax", [[5, 1], [5, 0]], False), "a leaf alone, the minimiser begins": call("minimax", -2, False), "empty": call("minimax", [])}
    for i, (depth, width, leaf, even) in enumerate([(2, 3, digit, True), (3, 3, digit, True), (4, 3, digit, True), (5, 3, digit, True), (3, 4, few, True), (4, 3, few, False), (5, 3, decimal, False), (6, 2, digit, True), (3, 3, huge, True)]):
        for first in (True, False):
            p[f"random {i}, {'maximiser' if first else 'minimiser'} begins"] = call("minimax", [grow(rng, depth - 1, width, leaf, even) for _ in range(width)], first)
    p["large"] = call("minimax", [grow(rng, 6, 3, digit) for _ in range(3)])
    return p


@each()
def value(got, ideal):
    """The value is what both players get by their best moves."""
    return close(got[0], ideal[0], rtol=1e-12, atol=1e-12)


@each()
def move(got, ideal):
    """The move is the first one at the root that reaches the value."""
    if got[1] is None or ideal[1] is None:
        return None if got[1] is ideal[1] else Miss(f"The move is {got[1]}, expected {ideal[1]}.")
    return None if np.ndim(got[1]) == 0 and got[1] == ideal[1] else Miss(f"The move is {got[1]}, expected {ideal[1]}.")


@each()
def leaves(got, ideal):
    """The leaves are visited in the given order, and none that the bounds exclude."""
    mine, right = list(got[2]), list(ideal[2])
    n = next((i for i, (a, b) in enumerate(zip(mine, right)) if a != b), min(len(mine), len(right)))
    if mine == right:
        return None
    return Miss(f"You visit {len(mine)} leaves, expected {len(right)}; the lists part at position {n}.")
