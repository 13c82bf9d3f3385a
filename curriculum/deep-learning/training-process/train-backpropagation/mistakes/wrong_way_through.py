"""Sends the error through the weights the forward way

You hand the error to the layer before with the same matrix orientation as in the forward pass. In a square layer the shapes fit, so it runs, and the wrong neurons
get the blame; in other layers NumPy refuses the shapes. On the way back outputs become inputs: each input collects the error of every output it fed.
"""

import numpy as np


def backward(X, y, weights, biases):
    last = len(weights) - 1
    outputs = [X]
    for i in range(last + 1):
        z = outputs[-1] @ weights[i] + biases[i]
        outputs.append(np.tanh(z) if i < last else z)
    logits = outputs[-1] - outputs[-1].max(axis=1, keepdims=True)
    p = np.exp(logits)
    p /= p.sum(axis=1, keepdims=True)
    n = len(y)
    onehot = np.zeros_like(p)
    onehot[np.arange(n), y] = 1
    loss = -(logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)))[np.arange(n), y].mean()
    d = (p - onehot) / n
    dWs, dbs = [None] * (last + 1), [None] * (last + 1)
    for i in range(last, -1, -1):
        dWs[i] = outputs[i].T @ d
        dbs[i] = d.sum(axis=0)
        if i:
            d = (d @ weights[i]) * (1 - outputs[i] ** 2)
    return loss, dWs, dbs
