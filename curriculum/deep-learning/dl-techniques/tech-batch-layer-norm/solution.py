"""Batch and layer normalisation: one kernel, two axes."""

import numpy as np


def _standardise(x, axis, eps):
    """x with mean 0 and variance 1 along axis, and the scale it was divided by."""
    scale = np.sqrt(x.var(axis=axis, keepdims=True) + eps)
    return (x - x.mean(axis=axis, keepdims=True)) / scale, scale


def _backward(dy, x, gamma, axis, eps):
    """The gradients of gamma * _standardise(x) + beta."""
    normal, scale = _standardise(x, axis, eps)
    dn = dy * gamma
    shared = dn.mean(axis=axis, keepdims=True) + normal * (dn * normal).mean(axis=axis, keepdims=True)
    examples = tuple(range(x.ndim - 1))
    return (dn - shared) / scale, (dy * normal).sum(axis=examples), dy.sum(axis=examples)


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if not training:
        return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta, running_mean, running_var
    if len(x) < 2:
        raise ValueError("training needs at least two examples")
    y = gamma * _standardise(x, 0, eps)[0] + beta
    new_mean = running_mean + momentum * (x.mean(axis=0) - running_mean)
    return y, new_mean, running_var + momentum * (x.var(axis=0, ddof=1) - running_var)


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    return _backward(dy, x, gamma, 0, eps)


def layer_norm(x, gamma, beta, eps=1e-5):
    return gamma * _standardise(x, -1, eps)[0] + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    return _backward(dy, x, gamma, -1, eps)
