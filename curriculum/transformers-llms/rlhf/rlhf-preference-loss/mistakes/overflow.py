"""The log-sigmoid overflows

You compute the sigmoid first and take its log afterwards. From a difference of about -710 on the exponential is infinite and the sigmoid 0, whose log is minus infinity.
The loss there is plainly the difference.
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
    losses = won * -np.log(1 / (1 + np.exp(short))) + tied / 2 * -np.log(1 / (1 + np.exp(-(-gap))))
    slope = (tied / 2 * _sigmoid(gap) - won * _sigmoid(short)) / len(gap)
    return float(losses.mean()), slope, -slope


def _sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))
