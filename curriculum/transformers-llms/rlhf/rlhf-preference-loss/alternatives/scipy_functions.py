"""expit and log_expit"""

import numpy as np
from scipy.special import expit, log_expit


def rewards(scores, mask):
    places = np.where(mask, np.arange(mask.shape[1]), -1).max(axis=1)
    return np.take_along_axis(scores, places[:, None], axis=1)[:, 0]


def preference_loss(chosen, rejected, margin=0.0, tie=None):
    n = chosen.size
    d = chosen - rejected
    tie = np.zeros(n, dtype=bool) if tie is None else tie
    dm = d - margin
    loss = np.where(tie, -0.5 * (log_expit(d) + log_expit(-d)), -log_expit(dm))
    grad = np.where(tie, 0.5 * (expit(d) - expit(-d)), -expit(-dm)) / n
    return loss.sum() / n, grad, -grad
