"""Gradients and Hessians by differences, and what the eigenvalues say about a stationary point."""

import numpy as np
from gradus.judging import Miss, call, close, each, script

EXPECTED = {
    "gradient, worked example": [2.0, 5.0], "gradient, worked example, other point": [0.5, 0.0], "hessian, worked example": [[6.0, 1], [1, 2]], "classify, 6 1 1 2": "minimum", "classify, 1 3 3 1": "saddle", "classify, -6 1 1 2": "saddle", "classify, zeros": "undecided",
}  # fmt: skip


def turned(rng, values):
    q = np.linalg.qr(rng.normal(size=(len(values), len(values))))[0]
    a = q * np.array(values, float) @ q.T
    return (a + a.T) / 2


def PROBES(rng):
    f = {"worked example": ("cubic", (), np.array([1.0, 2.0])), "worked example, other point": ("cubic", (), np.array([-1.0, 0.5])), "whole numbers": ("cubic", (), np.array([1, 2])), "whole numbers, valley": ("valley", (), np.array([-1, 2]))}
    for i, n in enumerate((1, 2, 3, 4, 6)):
        h = rng.normal(size=(n, n))
        f[f"quadratic {i}, n = {n}"] = ("quadratic", ((h + h.T).tolist(), rng.normal(0, 2, n).tolist(), 3.0), rng.uniform(-2, 2, n))
        f[f"waves {i}, n = {n}"] = ("waves", (rng.normal(size=(3, n)).tolist(), rng.uniform(0, 6, 3).tolist()), rng.uniform(-1.5, 1.5, n))
    for i, n in enumerate((2, 3, 5)):
        f[f"bell {i}, n = {n}"] = ("bell", (turned(rng, np.arange(1, n + 1)).tolist(),), rng.uniform(-1.5, 1.5, n))
    f |= {f"valley {i}": ("valley", (), rng.uniform(-2, 2, 2)) for i in range(3)} | {"at the origin": ("bell", (np.eye(3).tolist(),), np.zeros(3)), "straight": ("quadratic", (np.zeros((2, 2)).tolist(), [3.0, 5.0], 0.0), np.array([0.7, -1.1])), "steep": ("quadratic", (np.diag([900.0, 0.5]).tolist(), [0.0, 1.0], 0.0), np.array([2.0, 1.0]))}
    probes = {}
    for k, (kind, numbers, x) in f.items():
        for what in ("gradient", "hessian"):
            probes[f"{what}, {k}"] = script(what, kind, numbers, x, shown=f"{what}(f, {np.round(x, 3).tolist()}) for the function '{kind}' of this run")
    c = {"6 1 1 2": [[6, 1], [1, 2]], "1 3 3 1": [[1, 3], [3, 1]], "-6 1 1 2": [[-6, 1], [1, 2]], "zeros": np.zeros((2, 2)), "one number, up": [[2.0]], "one number, down": [[-0.5]], "one zero": [[0.0]], "-1 3 3 -1": [[-1.0, 3], [3, -1]], "two negative, det positive": [[-2.0, 1], [1, -2]]}
    for i, n in enumerate((2, 3, 4)):
        v = rng.uniform(0.5, 3, n)
        c |= {f"up {i}": turned(rng, v), f"down {i}": turned(rng, -v), f"both {i}": turned(rng, v * np.where(np.arange(n) == 0, -1, 1)), f"up and one 0, {i}": turned(rng, [0, *v]), f"down and one 0, {i}": turned(rng, [0, *-v]), f"both and one 0, {i}": turned(rng, [0, *v, -1.0])}
    c |= {"tiny, up": 1e-9 * np.diag([1.0, 2]), "tiny, both": 1e-9 * np.diag([1.0, -2]), "huge, up and one 0": turned(rng, [0, 1e9, 3e9]), "large and small, up": np.diag([1e-3, 1.0, 20.0]), "large and small, both": np.diag([-1e-3, 1.0, 20.0]), "four negative": turned(rng, [-1, -2, -1.5, -0.7]), "two of each": turned(rng, [-1, -2, 1.5, 0.7]), "almost 0 counts as 0": np.diag([1.0, 3e-7]), "not almost 0": np.diag([1.0, 1.6e-6]), "not almost 0, below": np.diag([1.0, -1.6e-6])}
    return probes | {f"classify, {k}": call("classify", np.array(v, float)) for k, v in c.items()}


@each("gradient")
def slopes(got, ideal):
    """Each entry of the gradient is the slope along one axis."""
    return close(got, ideal, rtol=0, atol=1e-5 * (1 + np.abs(ideal).max()))


@each("hessian")
def symmetric(got, ideal):
    """The Hessian is symmetric."""
    return close(np.transpose(got), got, rtol=0, atol=1e-12 * (1 + np.abs(ideal).max()))


@each("hessian")
def curvatures(got, ideal):
    """Each entry of the Hessian is a second derivative."""
    return close(got, ideal, rtol=0, atol=1e-3 * (1 + np.abs(ideal).max()))


@each("classify")
def kind(got, ideal):
    """The signs of the eigenvalues decide what a stationary point is."""
    return None if got == ideal else Miss(f"You say {got}; it is {ideal}.")
