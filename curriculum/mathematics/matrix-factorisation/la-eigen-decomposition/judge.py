"""Eigenvalues in order, eigenvectors, and powers: negative and zero eigenvalues, unlucky starts, every scale."""

import numpy as np
from gradus.judging import call, close, each, finite, script

R = 5**-0.5
EXPECTED = {
    "eigen, worked example": {"values": [-3.0, 2.0], "vectors": [[-R, 2 * R], [2 * R, R]]}, "power, worked example": [[-23.0, 110], [110, -188]], "power 0": np.eye(2), "eigen, ones lead astray": {"values": [3.0, 1.0], "vectors": [[0.5**0.5, 0.5**0.5], [-(0.5**0.5), 0.5**0.5]]},
}  # fmt: skip


def symmetric(rng, values):
    q = np.linalg.qr(rng.normal(size=(len(values), len(values))))[0]
    a = q * np.array(values) @ q.T
    return (a + a.T) / 2


def PROBES(rng):
    def spectrum(n, signs=True):
        sizes = rng.uniform(1, 4) * np.cumprod([1.0, *rng.uniform(0.4, 0.84, n - 1)])
        return sizes * (rng.choice([-1, 1], n) if signs else 1)

    m = {"worked example": np.array([[1, 2], [2, -2]]), "ones lead astray": np.array([[2, -1], [-1, 2]]), "one zero": np.array([[0.0]]), "one entry": np.array([[-4.0]]), "diagonal": np.diag([1.0, -5, 3]), "zero eigenvalue": np.array([[1, 2], [2, 4]]), "first axis leads astray": np.array([[1.0, 0, 0], [0, 4, 1], [0, 1, -2]])}
    m |= {f"positive {n} x {n}": symmetric(rng, spectrum(n, False)) for n in (2, 3, 4, 6)} | {f"mixed {n} x {n}, {i}": symmetric(rng, spectrum(n)) for n in (2, 3, 5) for i in range(1)} | {f"negative {n} x {n}": symmetric(rng, -spectrum(n, False)) for n in (2, 4)}
    m |= {"one 0 among five": symmetric(rng, [*spectrum(4), 0.0]), "slow": symmetric(rng, 0.85 ** np.arange(5)), "slow, signs": symmetric(rng, (-0.85) ** np.arange(6)), "seven": symmetric(rng, spectrum(7)), "rows that add up to 0": np.array([[4.0, -3, -1], [-3, 4, -1], [-1, -1, 2]])}
    m |= {"negative, symmetric up to rounding": np.array([[-3.0, -1], [-1 - 3e-11, -2]]), "symmetric up to rounding": np.array([[3.0, 1, 0], [1 + 3e-11, -2, 1], [0, 1, 1]]), "zero eigenvalue, times 1e9": 1e9 * symmetric(rng, [3.0, -2, 1, 0])}
    m |= {f"times 1e{k}": symmetric(rng, [3.0, -2, 1]) * 10.0**k for k in (-9, 9)}
    p = {"worked example": (m["worked example"], 5), "0": (m["worked example"], 0), "0 of a singular one": (m["zero eigenvalue"], 0), "1": (symmetric(rng, [2.0, -1.5, 0.5]), 1), "odd, negative": (symmetric(rng, [-1.2, 0.9, -0.5]), 7), "even, negative": (symmetric(rng, [-1.2, 0.9, -0.5]), 8), "large": (symmetric(rng, [1.0, -0.8, 0.6, 0.3]), 1000), "growing": (symmetric(rng, [-1.3, 1.1, 0.7]), 300), "singular": (m["zero eigenvalue"], 3), "one entry": (m["one entry"], 3), "whole numbers beyond 64 bits": (m["worked example"], 60), "whole numbers far beyond 64 bits": (np.array([[3, 1], [1, -2]]), 101)}
    p |= {f"random {k}": (symmetric(rng, spectrum(4)), k) for k in (2, 3, 6, 11)}
    bad = {"not symmetric": np.array([[1.0, 2], [3, 4]]), "wide": np.ones((2, 3)), "slightly unsymmetric": np.array([[1.0, 2], [2 + 3.5e-9, -1]]), "tiny and not symmetric": 1e-9 * np.array([[1.0, 2], [2.001, -1]]), "one row": np.array([[1.0, 2, 3]]), "signs of the mirror image": np.array([[1.0, 2], [-2, 3]])}
    return {f"eigen, {k}": script("eigen", v) for k, v in m.items()} | {f"power {k}" if k.isdigit() else f"power, {k}": call("power", *v) for k, v in p.items()} | {f"rejects, {k}": call("eigen", v) for k, v in bad.items()} | {f"rejects in power, {k}": call("power", v, 2) for k, v in bad.items()}


@each("eigen")
def eigenpairs(got, ideal, probe):
    """Each vector is stretched by its eigenvalue: A v is lambda v."""
    a, v = probe.args[0].astype(float), np.asarray(got["vectors"], float)
    with np.errstate(all="ignore"):
        return finite(v) or close(a @ v, v * np.asarray(got["values"], float), rtol=0, atol=1e-6 * np.abs(ideal["values"]).max())


@each("eigen")
def orthonormal(got, ideal):
    """The vectors have length 1 and stand at right angles."""
    v = np.asarray(got["vectors"], float)
    return close(v.T @ v, np.eye(len(v)), rtol=0, atol=1e-6)


@each("eigen")
def in_order(got, ideal):
    """The eigenvalues are right, with their signs, the largest absolute value first."""
    return close(got["values"], ideal["values"], rtol=0, atol=1e-8 * np.abs(ideal["values"]).max())


@each("power")
def powers(got, ideal, probe):
    """The power is the matrix multiplied by itself k times."""
    return close(got, ideal, rtol=0, atol=1e-7 * (probe.args[1] + 1) * np.abs(ideal).max())
