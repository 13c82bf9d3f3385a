"""Norms of vectors and matrices: size classes, every p, the edges of float64 and of integers."""

import math

import numpy as np
from gradus.judging import Miss, call, close, each, whole

EXPECTED = {"3-4 with the usual p": 5.0, "3-4, p = 1": 7.0, "3-4, p = inf": 4.0, "3-4, p = 3": 4.497941445275415,
            "frobenius of 1 -2 2 4": 5.0, "huge 3-4": 5e200, "tiny 3-4": 5e-200}  # fmt: skip


def PROBES(rng):
    x34 = np.array([3.0, -4.0])
    v = {"3-4 with the usual p": (x34,), "ties": (np.array([2.0, -2.0, 2.0, -2.0]), 50), "huge 3-4": (x34 * 1e200,), "tiny 3-4": (x34 * 1e-200,)}
    v |= {f"3-4, p = {p}": (x34, p) for p in (1, math.inf, 3)}
    for p in (1, 2, 3, math.inf):
        v |= {f"zero vector, empty, p = {p}": (np.zeros(0), p), f"zero vector, p = {p}": (np.zeros(3), p)}
    for i, p in enumerate((1, 2, 3, math.inf, 1.5, 7, 2.5, 1.0)):
        x, y = rng.normal(0, 3, (2, int(rng.integers(2, 9)))).round(3)
        x[0] = -abs(x).max() - 1  # the largest size belongs to a negative entry
        v |= {f"random {i}": (x, p), f"random {i} times -3": (-3 * x, p), f"random {i} other": (y, p), f"random {i} sum": (x + y, p)}
    v |= {"one entry": (np.array([-rng.uniform(0.1, 0.9)]), 3), "below one": (rng.uniform(-0.01, 0.01, 6),), "large": (rng.integers(-500, 500, 20000) / 8,)}
    for unit in (1e200, 1e-200):
        v |= {f"{'huge' if unit > 1 else 'tiny'}, p = {p}": (rng.normal(size=5) * unit, p) for p in (1, 2, 3, 1.5)}
    v |= {"huge limit": (np.array([-1e250, 2.0, 1e250]),), "tiny limit": (np.array([-1e-250, 0.0, 2e-250]),), "huge and tiny": (np.array([1e-250, -1e200, 2e200]),)}
    v |= {"huge power": (rng.uniform(50, 99, 4), 200), "tiny power": (rng.uniform(0.001, 0.01, 4), 200)}
    v |= {"integers": (rng.integers(1, 9, 7) * np.array([1, -1, 1, -1, -1, 1, 1]),), "integers in uint8": (rng.integers(100, 256, 6).astype(np.uint8),)}
    v |= {f"integers in int64, p = {p}": (rng.integers(4_000_000_000, 9_000_000_000, 4) * np.array([1, -1, -1, 1]), p) for p in (1, 2, 3)}
    v |= {"integers, the lowest int64": (np.array([-(2**63), 2**62, 5]), 3)}  # its absolute value is no int64
    v |= {f"no norm, p = {p}": (x34, p) for p in (0.5, 0, -1, 0.99)} | {"no vector": (np.ones((2, 2)),)}
    m = {"frobenius of 1 -2 2 4": np.array([[1.0, -2.0], [2.0, 4.0]]), "frobenius large": rng.normal(size=(60, 90)), "no matrix": x34}
    m |= {f"zero matrix {r} x {c}": np.zeros((r, c)) for r, c in ((0, 3), (3, 0), (2, 2))}
    m |= {f"frobenius {r} x {c}": rng.normal(size=(r, c)) for r, c in ((1, 1), (1, 4), (3, 2), (4, 4))}
    m |= {"huge frobenius": rng.normal(size=(2, 3)) * 1e200, "tiny frobenius": rng.normal(size=(2, 3)) * 1e-200}
    m |= {"integers in a uint8 image": rng.integers(1, 256, (5, 4)).astype(np.uint8)}
    return {k: call("vector_norm", *a) for k, a in v.items()} | {k: call("frobenius_norm", a) for k, a in m.items()}


USUAL = ("3-4", "random", "one", "below", "ties", "large", "frobenius")


@each("zero")
def zero(got):
    """The norm of a zero or empty vector or matrix is 0."""
    return close(got, 0.0)


@each(*USUAL)
def between(got, ideal, probe):
    """A norm lies between the largest absolute entry and the sum of them all."""
    sizes = np.abs(probe.args[0]).astype(float)
    low, high = sizes.max(), sizes.sum()
    fits = np.isrealobj(got) and low * (1 - 1e-6) <= got <= high * (1 + 1e-6)
    return None if fits else Miss(f"Yours is {got:.6g}; it must lie between {low:.6g} and {high:.6g}.")


@whole
def stretches(seen, ideal):
    """Stretching a vector stretches its norm; a sum is no longer than its parts."""
    for i in range(8):
        x, stretched, y, both = (abs(seen[f"random {i}{end}"]) for end in ("", " times -3", " other", " sum"))
        if miss := close(stretched, 3 * x, rtol=1e-8):
            return Miss(f"The norms of x and of -3x do not fit. {miss.say}", f"random {i} times -3")
        if not both <= (x + y) * (1 + 1e-9):
            return Miss(f"The norms of the two parts add up to {x + y:.6g}, but their sum has {both:.6g}.", f"random {i} sum")
    return None


@each(*USUAL)
def agrees(got, ideal):
    """The value agrees with the definition to a relative 1e-9."""
    near = close(got, ideal, rtol=1e-9, atol=0) and not close(got, ideal, rtol=1e-5, atol=0)
    return Miss(f"Yours is off by a relative {abs(got / ideal - 1):.1g} only: digits are lost on the way.") if near else close(got, ideal, rtol=1e-9, atol=0)


@each("huge", "tiny", "integers")
def survives_the_edges(got, ideal):
    """Nothing overflows, vanishes or wraps around at the edges of floats and integers."""
    return close(got, ideal, rtol=1e-9, atol=0)
