import numpy as np


def solve(a, b):
    """("unique", x, []), ("family", point, directions) or ("inconsistent", [], []) for a x = b."""
    raise NotImplementedError
