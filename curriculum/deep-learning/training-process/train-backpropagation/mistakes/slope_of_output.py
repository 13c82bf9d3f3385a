"""Slope taken at the activation's output

You put the layer's output into a slope formula that expects the layer's input, so tanh is applied a second time. It looks right because both are
"the value of the neuron", and near zero both give almost the same slope. Away from zero they part: where the output is 0.6 the true slope is 0.64, yours is 0.71.
The last layer comes out right; in every earlier layer the slope is too steep.
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
            d = (d @ weights[i].T) * (1 - np.tanh(outputs[i]) ** 2)
    return loss, dWs, dbs
