"""Matrix products by loops: shapes, order, exactness, and what does not fit."""

import numpy as np
from gradus.judging import Miss, call, close, each, script, whole

EXPECTED = {
    "worked example": [[19, 22], [43, 50]], "worked example, other order": [[23, 34], [31, 46]], "one column": [[7], [2]],
    "vector, worked example": [7, 2], "beyond 2^53": [[1]],
}  # fmt: skip
SIZES = [(2, 2, 2), (1, 3, 1), (3, 1, 3), (2, 3, 4), (4, 3, 2), (3, 3, 3), (5, 2, 5), (1, 1, 4), (4, 1, 1), (1, 6, 2), (6, 5, 3)]


def matrix(rng, m, n, integers=False):
    return (rng.integers(-9, 10, (m, n)) if integers else rng.normal(0, 2, (m, n)).round(4)).tolist()


def PROBES(rng):
    a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    p = {"worked example": (a, b), "worked example, other order": (b, a), "one column": ([[1, 0, 2], [-1, 3, 1]], [[3], [1], [2]]), "identity": ([[1, 0], [0, 1]], b), "zeros": ([[0, 0]], b)}
    p |= {"beyond 2^53": ([[2**60, 1, -(2**60)]], [[1], [1], [1]]), "one entry": ([[-2.5]], [[4]]), "swap on the left": ([[0, 1], [1, 0]], b), "swap on the right": (b, [[0, 1], [1, 0]])}
    for i, (m, n, k) in enumerate(SIZES):
        p[f"random {i}, {m} x {n} times {n} x {k}"] = (matrix(rng, m, n, i % 2 == 0), matrix(rng, n, k, i % 2 == 0))
    p |= {"large": (matrix(rng, 40, 30), matrix(rng, 30, 35)), "large and small": ([[1e8, 1.0, -1e8]], [[1.0], [1e-3], [1.0]]), "small numbers": ((np.array(matrix(rng, 2, 3)) * 1e-7).tolist(), (np.array(matrix(rng, 3, 2)) * 1e-6).tolist())}
    bad = {f"{m} x {n} times {k} x {q}": (matrix(rng, m, n, True), matrix(rng, k, q, True)) for m, n, k, q in ((2, 3, 2, 3), (2, 2, 3, 2), (3, 2, 3, 2), (2, 3, 2, 2), (1, 2, 1, 2), (2, 1, 2, 1), (3, 4, 2, 3))}
    bad |= {"left ragged": ([[1, 2], [3]], [[1], [2]]), "left ragged, first row short": ([[1], [3, 4]], [[5, 6]]), "right ragged": ([[1, 2]], [[1, 2], [3]]), "right ragged, first row short": ([[1, 2]], [[1], [2, 3]]), "left ragged, as many entries as a full one": ([[1, 2], [3, 4, 5], [6]], [[1], [2]]), "right ragged, as many entries as a full one": ([[1, 2, 3]], [[1, 2], [3, 4, 5], [6]])}
    v = {"worked example": ([[1, 0, 2], [-1, 3, 1]], [3, 1, 2]), "square": (a, [5, 7]), "one row": ([[1, 2, 3]], [4, 5, 6]), "one column": ([[2], [3]], [1.5]), "exact": ([[2**60, 1, -(2**60)], [1, 2**60, 3]], [1, 1, 1])}
    v |= {f"{m} x {n}": (matrix(rng, m, n), rng.normal(size=n).round(3).tolist()) for m, n in ((3, 3), (2, 4), (4, 2), (1, 1), (60, 60))}
    badv = {"too short": (matrix(rng, 2, 3, True), [1, 2]), "too long": (matrix(rng, 2, 2, True), [1, 2, 3]), "as long as a column": (matrix(rng, 2, 3, True), [5, 6]), "ragged": ([[1, 2], [3, 4, 5]], [1, 1]), "ragged, one short": ([[1, 2], [3]], [1, 1]), "ragged, as many entries as a full one": ([[1, 2], [3], [4, 5, 6]], [1, 1])}
    probes = {k: call("matmul", *x) for k, x in p.items()} | {f"rejects {k}": call("matmul", *x) for k, x in bad.items()}
    probes |= {f"vector, {k}": call("matvec", *x) for k, x in v.items()} | {f"rejects vector, {k}": call("matvec", *x) for k, x in badv.items()}
    for i, (m, n, k, q) in enumerate([(2, 2, 2, 2), (2, 3, 1, 4), (3, 2, 4, 1)]):
        three = [matrix(rng, m, n, True), matrix(rng, n, k, True), matrix(rng, k, q, True)]
        probes |= {f"brackets {i}, left first": script("left_first", *three, shown=f"matmul(matmul(a, b), c) for a = {three[0]}, b = {three[1]}, c = {three[2]}"),
                   f"brackets {i}, right first": script("right_first", *three, shown=f"matmul(a, matmul(b, c)) for a = {three[0]}, b = {three[1]}, c = {three[2]}")}  # fmt: skip
    return probes


def room(probe):
    """A relative 1e-9 of the sum of the sizes of the products, the largest of all entries."""
    sizes = [np.abs(np.array(x, float)) for x in probe.args]
    return 1e-9 * float(np.max(np.linalg.multi_dot(sizes) if len(sizes) > 2 else sizes[0] @ sizes[1], initial=0))


@each("worked", "one", "identity", "zeros", "swap", "random", "large", "small")
def rows_times_columns(got, ideal, probe):
    """Every entry is a row of the first matrix times a column of the second."""
    return close(got, ideal, rtol=0, atol=room(probe))


@each("vector")
def matrix_times_vector(got, ideal, probe):
    """Every entry of a matrix times a vector is a row times the vector."""
    return close(got, ideal, rtol=0, atol=0 if isinstance(ideal[0], int) else room(probe))


@whole
def brackets_do_not_matter(seen, ideal):
    """(AB)C and A(BC) are the same matrix."""
    for i in range(3):
        if miss := close(seen[f"brackets {i}, left first"], seen[f"brackets {i}, right first"], rtol=0, atol=0):
            return Miss(f"Your (AB)C and A(BC) differ. {miss.say}", f"brackets {i}, left first")
    return None


@each("beyond", "brackets", "worked")
def exact(got, ideal):
    """Whole numbers come out exactly."""
    return close(got, ideal, rtol=0, atol=0)
