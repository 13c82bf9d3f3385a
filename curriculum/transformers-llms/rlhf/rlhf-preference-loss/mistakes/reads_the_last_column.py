"""The score is read at padding

You read the last column. For every text but the longest of a batch that is padding, where the model says nothing that was ever trained.
"""

import numpy as np


def rewards(scores, mask):
    last = mask.shape[1] - 1 - np.argmax(mask[:, ::-1], axis=1)
    return scores[:, -1]


def preference_loss(chosen, rejected, margin=0.0, tie=None):
    tied = np.zeros(len(chosen)) if tie is None else tie
    gap = chosen - rejected
    short = (1 - tied) * margin - gap
    won = 1 - tied / 2
    losses = won * np.logaddexp(0, short) + tied / 2 * np.logaddexp(0, gap)
    slope = (tied / 2 * _sigmoid(gap) - won * _sigmoid(short)) / len(gap)
    return float(losses.mean()), slope, -slope


def _sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))
