"""QR and least squares: right angles, triangle, product, solution; nearly dependent columns, dependence, scale."""

import numpy as np
from gradus.judging import Miss, call, close, each

# Longley's employment data (NIST StRD, public domain): y, then six explanatory columns; the expected coefficients are NIST's certified values.
LONGLEY = np.array("""60323 83.0 234289 2356 1590 107608 1947 61122 88.5 259426 2325 1456 108632 1948 60171 88.2 258054 3682 1616 109773 1949 61187 89.5 284599 3351 1650 110929 1950
63221 96.2 328975 2099 3099 112075 1951 63639 98.1 346999 1932 3594 113270 1952 64989 99.0 365385 1870 3547 115094 1953 63761 100.0 363112 3578 3350 116219 1954
66019 101.2 397469 2904 3048 117388 1955 67857 104.6 419180 2822 2857 118734 1956 68169 108.4 442769 2936 2798 120445 1957 66513 110.8 444546 4681 2637 121950 1958
68655 112.6 482704 3813 2552 123366 1959 69564 114.2 502601 3931 2514 125368 1960 69331 115.7 518173 4806 2572 127852 1961 70551 116.9 554894 4007 2827 130081 1962""".split(), float).reshape(16, 7)  # fmt: skip
EXPECTED = {
    "solve worked example": [0.064, 0.36],
    "solve longley": [-3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355],
    "factor unit": ([[1.0, 0], [0, 1], [0, 0]], [[1.0, 2], [0, 3]]),
}


def nearly(rng):
    """Columns of which the last differs from a mix of the others by one part in a million."""
    a = rng.normal(size=(int(rng.integers(5, 10)), 4))
    a[:, 3] = a[:, :3] @ rng.normal(size=3) + 1e-6 * a[:, 3]
    return a


def PROBES(rng):
    m = {"worked example": np.array([[3, 1], [4, 3], [0, 2]]), "unit": np.array([[1.0, 2], [0, 3], [0, 0]]), "one column": np.array([[3.0], [-4]]), "one entry": np.array([[-5.0]])}
    m |= {f"random {i}": rng.normal(size=s) for i, s in enumerate([(2, 2), (3, 2), (5, 3), (4, 4), (8, 5), (9, 1)])} | {"tall": rng.normal(size=(120, 30)), "no columns": np.zeros((3, 0))}
    m |= {f"integers {i}": rng.integers(-9, 10, (5, 3)) + 20 * np.eye(5, 3, dtype=int) for i in range(3)} | {"barely independent": np.array([[1.0, 1], [0, 1.5e-10]])}
    m |= {f"scaled by {s}": rng.normal(size=(4, 3)) * s for s in (1e30, 1e-30)} | {"columns of many sizes": rng.normal(size=(6, 3)) * [1e-9, 1.0, 1e9]}
    bad = {"more columns than rows": rng.normal(size=(2, 3)), "zero column": np.array([[1.0, 0], [2, 0], [3, 0]]), "zeros": np.zeros((2, 2)), "barely dependent": np.array([[1.0, 1], [0, 6e-11]])}
    a = rng.normal(size=(6, 4))
    bad |= {"repeated column": a[:, [0, 1, 0]], "sum of columns": np.column_stack([a, a @ [1, -2, 1, 3]]), "sum of columns, scaled by 1e30": np.column_stack([a, a @ [1, 1, 1, 1]]) * 1e30}
    bad["integers, dependent"] = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 1, 1]])
    near = {f"nearly dependent {i}": nearly(rng) for i in range(5)}
    near["trend over calendar years"] = np.stack([np.ones(61), np.arange(1960.0, 2021.0)], 1)
    probes = {f"factor {k}": call("qr", v) for k, v in (m | near | bad).items()}
    b = {k: rng.normal(size=len(v)) for k, v in (m | bad).items()} | {k: v @ rng.uniform(0.5, 2, v.shape[1]) for k, v in near.items()}
    b |= {"worked example": np.ones(3, int), "barely independent": np.array([1.0, 3e-10]), "columns of many sizes": m["columns of many sizes"] @ [1e9, 1, 1e-9]}
    probes |= {f"solve {k}": call("least_squares", v, b[k]) for k, v in (m | near | bad).items()}
    probes["solve longley"] = call("least_squares", np.column_stack([np.ones(16), LONGLEY[:, 1:]]), LONGLEY[:, 0])
    return probes | {f"solve with b too {'short' if k < 5 else 'long'}": call("least_squares", m["random 2"], rng.normal(size=k)) for k in (4, 6, 1)}


@each("factor")
def right_angles(got):
    """The columns of q have length 1 and right angles, to 1e-12."""
    q = np.asarray(got[0], float)
    with np.errstate(all="ignore"):
        off = np.abs(q.T @ q - np.eye(q.shape[1])).max(initial=0)
    return None if off <= 1e-12 else Miss(f"q.T @ q departs from the identity by {off:.2g}.")


@each("factor")
def triangle(got, ideal, probe):
    """Below the diagonal of r everything is 0."""
    return close(np.tril(np.asarray(got[1], float), -1), np.zeros_like(ideal[1]), rtol=0, atol=1e-10 * np.abs(probe.args[0]).max(initial=0))


@each("factor")
def product(got, ideal, probe):
    """q @ r gives the matrix back."""
    with np.errstate(all="ignore"):
        both = np.asarray(got[0], float) @ np.asarray(got[1], float)
    return close(both, probe.args[0].astype(float), rtol=0, atol=1e-10 * np.abs(probe.args[0]).max(initial=0))


@each("solve")
def solution(got, ideal, probe):
    """x is the least-squares solution, with the digits that the normal equations lose."""
    return close(got, ideal, rtol=1e-7 if len(ideal) == 7 else 0, atol=0 if len(ideal) == 7 else 1e-7 * np.abs(ideal).max(initial=0))
