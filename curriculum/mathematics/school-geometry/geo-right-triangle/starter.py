import math


def solve_right_triangle(**known):
    """All parts of a right triangle from two of them: {"a", "b", "c", "alpha", "beta"}; angles in degrees."""
    raise NotImplementedError
