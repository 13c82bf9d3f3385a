"""No backward pass at all: the imaginary part of a complex step in every parameter."""

import numpy as np


def _loss(X, y, parameters):
    h = X.astype(complex)
    for k in range(0, len(parameters), 2):
        h = h @ parameters[k] + parameters[k + 1]
        if k + 2 < len(parameters):
            h = np.tanh(h)
    h = h - h.real.max(axis=1)[:, None]
    return np.mean(np.log(np.exp(h).sum(axis=1)) - h[np.arange(len(y)), y])


def backward(X, y, weights, biases):
    parameters = [p.astype(complex) for pair in zip(weights, biases) for p in pair]
    grads = []
    for p in parameters:
        g = np.empty(p.shape)
        for i in np.ndindex(*p.shape):
            p[i] += 1e-30j
            g[i] = _loss(X, y, parameters).imag / 1e-30
            p[i] = p[i].real
        grads.append(g)
    return _loss(X, y, parameters).real, grads[0::2], grads[1::2]
