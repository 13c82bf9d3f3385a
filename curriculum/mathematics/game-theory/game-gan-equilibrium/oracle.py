"""SciPy: the best discriminator by maximising, the divergence by scipy.spatial, the generator's reply by linear programming."""

import numpy as np
from scipy.optimize import linprog, minimize_scalar
from scipy.spatial.distance import jensenshannon
from scipy.special import xlogy


def discriminator(p, q):
    def best(a, b):
        return minimize_scalar(lambda d: -(xlogy(a, d) + xlogy(b, 1 - d)), bounds=(0, 1), method="bounded", options={"xatol": 1e-10}).x

    return [[best(a, b) for a, b in zip(p, q)]]


def playing(p, q, d):
    """As a loss of two binary cross-entropies, with its sign turned."""
    p, q, d = np.array(p), np.array(q), np.array(d)
    return -float(np.dot(p, -np.log(d)) + np.dot(q, -np.log1p(-d)))


def divergence(p, q):
    return float(jensenshannon(p, q) ** 2)


def value(p, q):
    return float(2 * jensenshannon(p, q) ** 2 - 2 * np.log(2))


def reply(p, d):
    return [linprog(np.log1p(-np.array(d)), A_eq=np.ones((1, len(d))), b_eq=[1]).x.tolist()]


def shifted(m, s):
    p, q = np.zeros(m + s), np.zeros(m + s)
    p[:m], q[s:] = 1 / m, 1 / m
    return float(2 * jensenshannon(p, q) ** 2 - 2 * np.log(2))


def equilibrium(bits, options):
    """The answer that maximises where both shares are equal, and the value there."""
    d = discriminator([0.3], [0.3])[0][0]
    level = 2 * np.log(d) / (np.log(2) if bits else 1)
    half, shown = f"{d:.3f}" == "0.500", "$-2$" if abs(level + 2) < 1e-6 else "$-\\ln 4$"
    (right,) = [o for o in options if half and o.startswith("$\\tfrac12$") and o.endswith(shown)]
    return right
