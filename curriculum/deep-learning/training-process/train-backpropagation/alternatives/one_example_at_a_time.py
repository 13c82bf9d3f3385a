"""Outer products, one example after the other."""

import math

import numpy as np


def backward(X, y, weights, biases):
    gW = [np.zeros(W.shape) for W in weights]
    gb = [np.zeros(b.shape) for b in biases]
    total = 0.0
    for x, label in zip(X, y):
        trail = [np.asarray(x, float)]
        for k, W in enumerate(weights):
            s = biases[k] + W.T.dot(trail[k])
            trail.append(s if k == len(weights) - 1 else np.tanh(s))
        top = trail[-1].max()
        norm = top + math.log(sum(math.exp(v - top) for v in trail[-1]))
        total += norm - trail[-1][label]
        error = np.array([math.exp(v - norm) for v in trail[-1]])
        error[label] -= 1.0
        for k in range(len(weights) - 1, -1, -1):
            gW[k] += np.outer(trail[k], error)
            gb[k] += error
            error = (1.0 - trail[k] ** 2) * (weights[k] @ error)
    n = float(len(y))
    return total / n, tuple(g / n for g in gW), tuple(g / n for g in gb)
