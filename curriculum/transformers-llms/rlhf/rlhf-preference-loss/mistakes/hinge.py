"""A hinge instead of a likelihood

You use how far the difference falls short of the margin, and nothing once it is reached. The likelihood goes on distinguishing sure from hardly ahead.
"""

import numpy as np


def rewards(scores, mask):
    last = mask.shape[1] - 1 - np.argmax(mask[:, ::-1], axis=1)
    return scores[np.arange(len(scores)), last]


def preference_loss(chosen, rejected, margin=0.0, tie=None):
    tied = np.zeros(len(chosen)) if tie is None else tie
    gap = chosen - rejected
    short = (1 - tied) * margin - gap
    won = 1 - tied / 2
    losses = won * np.maximum(0, short) + tied / 2 * np.maximum(0, gap)
    slope = (tied / 2 * _sigmoid(gap) - won * _sigmoid(short)) / len(gap)
    return float(losses.mean()), slope, -slope


def _sigmoid(x):
    return (x > 0) * 1.0
