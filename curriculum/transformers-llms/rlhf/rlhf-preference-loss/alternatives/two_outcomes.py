"""Weights of the two outcomes"""

import numpy as np


def rewards(scores, mask):
    flipped = np.flip(np.asarray(mask, dtype=int), axis=1)
    after = np.argmax(flipped, axis=1)
    return np.array([row[len(row) - 1 - k] for row, k in zip(scores, after)])


def preference_loss(chosen, rejected, margin=0.0, tie=None):
    weights = np.ones((2, chosen.shape[0])) * [[1.0], [0.0]]
    shift = np.broadcast_to(np.asarray(margin, float), chosen.shape).copy()
    if tie is not None:
        weights[:, tie] = 0.5
        shift[tie] = 0.0
    gaps = np.stack([chosen - rejected - shift, rejected - chosen])
    log_lost = -np.maximum(gaps, 0) - np.log1p(np.exp(-np.abs(gaps)))
    log_won = log_lost + gaps
    loss = -(weights * log_won).sum(axis=0)
    pull = weights * np.exp(log_lost)
    gradient = (pull[1] - pull[0]) / chosen.shape[0]
    return float(np.average(loss)), gradient, gradient * -1
