"""Scores trained towards 1 and 0

You ask each chosen score to be high and each rejected one to be low by itself. A comparison says nothing about the level: a pair of two good answers is no reason to call
one of them bad.
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
    losses = np.logaddexp(0, -chosen) + np.logaddexp(0, rejected)
    slope = (tied / 2 * _sigmoid(gap) - won * _sigmoid(short)) / len(gap)
    return float(losses.mean()), -_sigmoid(-chosen) / len(gap), _sigmoid(rejected) / len(gap)


def _sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))
