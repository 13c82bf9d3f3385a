"""Backpropagation through a tanh MLP."""

import numpy as np


def backward(X, y, weights, biases):
    """Return (loss, weight_grads, bias_grads) of the network on the batch X, y.

    X: (n, d) inputs.  y: (n,) class numbers.  weights, biases: one array a layer, first layer first.
    """
    raise NotImplementedError
