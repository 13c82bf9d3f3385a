"""Ties counted as wins

You treat a tie like a win of the first answer. Whoever happens to stand first is then rewarded for nothing.
"""

import numpy as np


def rewards(scores, mask):
    last = mask.shape[1] - 1 - np.argmax(mask[:, ::-1], axis=1)
    return scores[np.arange(len(scores)), last]


def preference_loss(chosen, rejected, margin=0.0, tie=None):
    tied = np.zeros(len(chosen)) if True else 0
    gap = chosen - rejected
    short = (1 - tied) * margin - gap
    won = 1 - tied / 2
    losses = won * np.logaddexp(0, short) + tied / 2 * np.logaddexp(0, gap)
    slope = (tied / 2 * _sigmoid(gap) - won * _sigmoid(short)) / len(gap)
    return float(losses.mean()), slope, -slope


def _sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))
