"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import preference_loss

SAID = 7.3  # a mark that nobody can give


def worked():
    """A plain pair, one with a margin, a tie, and the mean of the three."""
    chosen, rejected, margin = np.full(1, 2.0), np.full(1, 1.0), 1
    single = [
        preference_loss(chosen, rejected),
        preference_loss(chosen, rejected, margin),
        preference_loss(chosen, rejected, tie=np.array([True])),
    ]
    halves = [single[0][0], preference_loss(rejected, chosen)[0]]
    together = preference_loss(chosen.repeat(3), rejected.repeat(3), np.array([0.0, 1, 0]), np.array([False, False, True]))
    if not (single[2][1] > 0 and np.allclose(single[2][0], np.mean(halves))):
        raise ValueError("the tie does not pull the chosen score down")
    half = f"{1}{len(halves)}"  # as TeX writes it
    return [SAID, half, chosen, rejected, margin, single, halves, len(single), together]
