"""Chances by SciPy, the penalty by a dot product, pairs counted one by one."""

from itertools import combinations

import numpy as np
from scipy.special import expit, log_expit


def chance(x, y):
    return float(100 * expit(x - y))


def pair_loss(chosen, rejected):
    return float(-log_expit(chosen - rejected))


def shaped(score, beta, new, old):
    return float(np.dot([score, new, old], [1.0, -beta, beta]))


def judgements(prompts, k, steps, batch, people):
    return prompts * len(list(combinations(range(k), 2))) if people else np.zeros((steps, batch)).size


def curve(half, long):
    return f"The policy of step {half} is the better one; " + ("what was earned after it comes from a weakness of the reward model." if long else "the scorer erred.")
