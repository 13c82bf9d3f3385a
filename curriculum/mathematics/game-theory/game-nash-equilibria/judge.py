"""Pure equilibria of any two-player game in matrix form, and the mixed one of a 2 x 2 game."""

import numpy as np
from gradus.judging import Miss, close, each, script

EXPECTED = {  # by hand, game by game
    "pure, two meetings": ["(0, 0)", "(1, 1)"], "mixed, two meetings": [0.6, 0.4, 1.2, 1.2], "pure, two prisoners": ["(1, 1)"], "mixed, two prisoners": [], "pure, matching pennies": [],
    "mixed, matching pennies": [0.5, 0.5, 0.0, 0.0], "pure, a game with ties": ["(0, 0)", "(0, 1)", "(1, 1)"], "mixed, inspection": [0.25, 0.5, 5.0, 3.0],
}  # fmt: skip
GAMES = {
    "two meetings": ([[3, 0], [0, 2]], [[2, 0], [0, 3]]), "two prisoners": ([[3, 0], [5, 1]], [[3, 5], [0, 1]]), "matching pennies": ([[1, -1], [-1, 1]], [[-1, 1], [1, -1]]),
    "inspection": ([[8, 2], [6, 4]], [[0, 3], [4, 3]]), "stag hunt": ([[4, 0], [3, 3]], [[4, 3], [0, 3]]), "chicken": ([[0, -1], [1, -10]], [[0, 1], [-1, -10]]),
}  # fmt: skip


def ask(what, a, b):
    a, b = np.asarray(a), np.asarray(b)
    name = {"pure": "pure_equilibria", "mixed": "mixed_equilibrium"}[what]
    return script(what, a, b, shown=f"{name}(a, b) for a = {a.tolist()}, b = {b.tolist()}")


def PROBES(rng):
    p = {}
    for k, (a, b) in GAMES.items():
        p |= {f"pure, {k}": ask("pure", a, b), f"mixed, {k}": ask("mixed", a, b)}
    p["pure, a game with ties"] = ask("pure", [[1, 2], [1, 2]], [[0, 0], [0, 5]])
    for i, (m, n) in enumerate([(2, 2), (2, 3), (3, 2), (3, 4), (5, 3), (4, 4), (6, 7)]):
        a, b = rng.integers(-4, 6, (m, n)), rng.integers(-4, 6, (m, n))
        j, k = rng.integers(m), rng.integers(n)
        a[j, k], b[j, k] = a[:, k].max(), b[j].max()  # one at least
        p[f"pure, random {i}, {m} x {n}"] = ask("pure", a, b)
        p[f"pure, random decimals {i}"] = ask("pure", rng.normal(size=(m, n)).round(2), rng.normal(size=(m, n)).round(2))
    p |= {"pure, one row": ask("pure", [[5, 1, 2]], [[1, 3, 3]]), "pure, one column": ask("pure", [[2], [4]], [[9], [0]]), "pure, one cell": ask("pure", [[-3]], [[-2]]), "pure, all alike": ask("pure", np.zeros((2, 3)), np.ones((2, 3)))}
    p["pure, all negative"] = ask("pure", -5 - rng.integers(0, 4, (3, 3)), -5 - rng.integers(0, 4, (3, 3)))
    for i in range(8):
        up, left = rng.choice([-1, 1], 2)
        u, v = (rng.integers(1, 6, 4) / (1 if i % 2 else 4) for _ in range(2))
        c, d = rng.integers(-5, 6, 2), rng.integers(-5, 6, 2)
        a = np.array([[c[0] + up * u[0], c[1]], [c[0], c[1] + up * u[1]]])  # each column has another best row
        b = np.array([[d[0] + left * v[0], d[0]], [d[1], d[1] + left * v[1]]])
        p[f"mixed, random {i}"] = ask("mixed", a, b)
    p |= {"mixed, the row player has a best row": ask("mixed", [[2, 3], [1, 0]], [[2, 0], [0, 3]]), "mixed, the column player has a best column": ask("mixed", [[3, 0], [0, 2]], [[4, 1], [3, 2]])}
    p |= {"mixed, on the edge": ask("mixed", [[3, 0], [0, 2]], [[2, 0], [1, 1]]), "mixed, on the edge, turned": ask("mixed", [[3, 0], [0, 2]], [[0, 2], [1, 1]]), "mixed, on the other edge": ask("mixed", [[2, 1], [0, 1]], [[2, 0], [0, 3]]), "mixed, equal advantages": ask("mixed", [[2, 3], [1, 2]], [[2, 0], [0, 3]])}
    return p


@each("pure")
def nobody_gains(got, ideal):
    """From no cell of the list does a player gain by moving alone."""
    wrong = [c for c in got if c not in ideal]
    return Miss(f"From the cell {wrong[0]} one of the players gains by moving alone.") if wrong else None


@each("pure")
def none_is_missing(got, ideal):
    """Every cell from which no player gains is in the list, once."""
    missing = [c for c in ideal if c not in got]
    if missing:
        return Miss(f"The cell {missing[0]} is missing: no player gains by moving alone from there.")
    return Miss("A cell stands in the list twice.") if len(got) > len(ideal) else None


@each("mixed")
def exists(got, ideal):
    """A mixture is returned exactly if both players can be held between their choices."""
    if bool(got) == bool(ideal):
        return None
    return Miss("There is no equilibrium in which both players mix; expected None." if got else "There is an equilibrium in which both players mix; yours is None.")


@each("mixed")
def holds_the_other(got, ideal):
    """Each player's shares leave the other without a preference."""
    return close(got[:2], ideal[:2], rtol=0, atol=1e-7) if ideal else None


@each("mixed")
def payoffs(got, ideal):
    """The payoffs are the means under both shares, the row player's first."""
    return close(got[2:], ideal[2:], rtol=1e-7, atol=1e-7) if ideal else None
