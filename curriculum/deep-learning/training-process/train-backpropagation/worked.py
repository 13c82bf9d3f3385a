"""The figures of the lesson, computed with the solution."""

import math

import numpy as np
from answer import backward


def worked():
    """One example, one hidden neuron, two classes."""
    x, label = np.array([[1.0]]), np.array([1])
    weights = [np.array([[math.log(2)]]), np.array([[2.0, 1.0]])]
    hidden = math.tanh(math.log(2))
    biases = [np.array([0.0]), np.array([math.log(3) - 2 * hidden, -hidden])]
    logits = hidden * weights[1][0] + biases[1]
    p = np.exp(logits) / np.exp(logits).sum()
    loss, weight_grads, bias_grads = backward(x, label, weights, biases)
    error = bias_grads[1]
    nudge = 0.01
    return [
        [x, label, 2, 0, weights[1], hidden, 2 * hidden, 3, logits, p, loss],
        [error, weight_grads[1], weights[1][0] * error, (weights[1][0] * error).sum()],
        [hidden**2, 1 - hidden**2, weight_grads[0], bias_grads[0], nudge, nudge * weight_grads[0]],
    ]
