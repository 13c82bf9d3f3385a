import numpy as np


def pure_equilibria(a, b):
    """All cells (row, column) from which no player gains by moving alone."""
    raise NotImplementedError


def mixed_equilibrium(a, b):
    """(p, q, payoff of the row player, payoff of the column player) in a 2 x 2 game, or None."""
    raise NotImplementedError
