"""Orthonormal bases: order, direction, dependence, and right angles where rounding is against them."""

import numpy as np
from gradus.judging import Miss, close, each, script

EXPECTED = {
    "worked example": {"count": 2, "right_angles": True, "basis": [0.6, 0.8, 0.8, -0.6]}, "three equations of a thousand millionth": {"count": 3, "right_angles": True, "basis": [1, 1e-9, 0, 0, 0.5**0.5 * 1e-9, -(0.5**0.5), 0.5**0.5, 0, 6**-0.5 * 1e-9, -(6**-0.5), -(6**-0.5), 2 * 6**-0.5]},
    "nothing": {"count": 0, "right_angles": True, "basis": []}, "axes": {"count": 2, "right_angles": True, "basis": [1, 0, 0, 0, 0, 1]},
}  # fmt: skip


def PROBES(rng):
    e = 1e-9
    s = {"worked example": [[3, 4], [2, 1], [7, -5]], "three equations of a thousand millionth": [[1, e, 0, 0], [1, 0, e, 0], [1, 0, 0, e]], "nothing": [], "one vector": [[0.0, -4, 3]], "barely kept": [[1, 0], [1, 1.6e-10]], "one zero": [[0, 0]], "no entries": [[], []]}
    s |= {"axes": [[2, 0, 0], [4, 0, 0], [8, 0, 3]], "one number": [[-5], [3]], "zero first": [[0, 0, 0], [0, 3, 4]], "zero between": [[0, 4, 0], [0, 0, 0], [3, 1, 0]], "the same twice": [[3, 4], [3, 4], [0, 2]], "opposite": [[0, 2, 0], [0, -1, 0], [1, 1, 0]], "dependent in the middle": [[2, 0, 0, 0], [0, 0, 4, 0], [6, 0, -8, 0], [1, 1, 1, 1]], "already perpendicular": [[2, 1, 0], [-1, 2, 0], [0, 0, -3]]}
    for i, (k, n) in enumerate([(2, 2), (2, 3), (3, 3), (3, 5), (4, 4), (4, 6), (5, 8)]):
        s[f"random {i}"] = rng.normal(0, 2, (k, n)) + 1.5 * np.eye(k, n)
    for i in range(4):
        a = rng.normal(size=(3, int(rng.integers(5, 9))))
        s[f"nearly dependent {i}"] = np.vstack([a, rng.uniform(1, 2, 3) @ a + 10.0 ** -(5 + i) * rng.normal(size=a.shape[1])])
        s[f"dependent {i}"] = np.vstack([a[:2], rng.uniform(1, 2, 2) @ a[:2], a[2]])
    a = rng.normal(size=(4, 5)) + np.eye(4, 5)
    s |= {f"whole {i}": rng.integers(-4, 5, (3, 4)) + 5 * np.eye(3, 4, dtype=int) for i in range(3)} | {f"all times 1e{k}": a * 10.0**k for k in (-60, -14, 14, 60)} | {"short beside long": a * np.array([1e9, 1e-9, 1, 1e-12])[:, None], "dependent and long": np.vstack([a[:2], (a[0] - 2 * a[1]) * 1e12, a[2]])}
    s |= {"large": rng.normal(size=(40, 60)), "powers of time": np.vander(np.linspace(0, 1, 12), 6, increasing=True).T, "more than fit": rng.integers(-3, 4, (6, 3)) + np.eye(6, 3, dtype=int) * 9}
    bad = {"different lengths": [[1, 2], [1, 2, 3]], "different lengths, later": [[1.0, 0, 0], [0, 1.0, 0], [1.0]], "different lengths, zero": [[1, 2, 3], [0, 0]], "different lengths, zero first": [[0, 0], [1, 2, 3]]}
    return {k: script("basis", [np.array(v) if len(v) else np.zeros(0) for v in x]) for k, x in s.items()} | {f"rejects {k}": script("basis", [np.array(v) for v in x]) for k, x in bad.items()}


@each()
def number(got, ideal):
    """There are as many basis vectors as independent vectors."""
    return None if got["count"] == ideal["count"] else Miss(f"Your basis has {got['count']} vectors; the span has {ideal['count']} dimensions.")


@each()
def agrees(got, ideal, probe):
    """Each basis vector points along what is left of its vector."""
    if len(got["basis"]) != len(ideal["basis"]):
        return None
    n = len(probe.args[0][0]) if probe.args[0] else 1
    return close(np.reshape(got["basis"], (-1, max(n, 1))), np.reshape(ideal["basis"], (-1, max(n, 1))), rtol=0, atol=1e-6)


@each()
def right_angles(got, ideal):
    """All dot products are right to 1e-12, also where vectors nearly depend on each other."""
    return None if got["right_angles"] else Miss("Some dot products of your basis vectors are off by more than 1e-12.")
