"""scipy.optimize for the minimisers; the projection as such a problem too; linear programs for the gaps."""

import numpy as np
from scipy.optimize import linprog, minimize


def _solve(q, b, start, bounds, equal):
    rules = [{"type": "eq", "fun": lambda x: x.sum() - 1, "jac": lambda x: np.ones_like(x)}] if equal else []
    size = 1 + np.abs(q).max() + np.abs(b).max()
    found = minimize(lambda x: (x @ q @ x / 2 - b @ x) / size, start, jac=lambda x: (q @ x - b) / size, bounds=bounds, constraints=rules, method="SLSQP", options={"ftol": 1e-16, "maxiter": 2000})
    x = np.clip(found.x, [p[0] for p in bounds], [np.inf if p[1] is None else p[1] for p in bounds])
    return x / x.sum() if equal else x


def project_simplex(v):
    v = np.array(v, dtype=float)
    v = np.maximum(v - v.max(), -2.0)  # a shift of all entries changes nothing, nor does what is far below
    return _solve(np.eye(len(v)), v, np.full(len(v), 1 / len(v)), [(0, 1)] * len(v), True)


def gap_simplex(q, b, x):
    g = q @ x - b
    return g @ x - linprog(g, A_eq=np.ones((1, len(x))), b_eq=[1]).fun


def gap_box(q, b, x, low, high):
    g = q @ x - b
    return g @ x - linprog(g, bounds=list(zip(low, high))).fun


def minimise_box(q, b, low, high):
    for lo, hi in zip(low, high):
        if lo > hi:
            raise ValueError("empty box")
    return _solve(q, b, (low + high) / 2, list(zip(low, high)), False)


def minimise_simplex(q, b):
    return _solve(q, b, np.full(len(b), 1 / len(b)), [(0, 1)] * len(b), True)
