"""Momentum read the other way round

You keep the share `momentum` of the old running value and take the rest from the batch, so the memory is almost entirely the last batch. That is how momentum is meant in
optimisers. Here 0.1 is the share that is new.
"""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        n = x.shape[0]
        if n == 1:
            raise ValueError("one example has no variance")
        mean = x.mean(axis=0)
        var = x.var(axis=0)
        new_mean = momentum * running_mean + (1 - momentum) * mean
        new_var = momentum * running_var + (1 - momentum) * var * n / (n - 1)
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    normal = (x - mean) / np.sqrt(var + eps)
    return gamma * normal + beta, new_mean, new_var


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    var = x.var(axis=0)
    normal = (x - x.mean(axis=0)) / np.sqrt(var + eps)
    dnormal = dy * gamma
    dx = (dnormal - dnormal.mean(axis=0) - normal * (dnormal * normal).mean(axis=0)) / np.sqrt(var + eps)
    return dx, (dy * normal).sum(axis=0), dy.sum(axis=0)


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    normal = (x - mean) / np.sqrt(var + eps)
    dnormal = dy * gamma
    first = dnormal.mean(axis=-1, keepdims=True)
    second = (dnormal * normal).mean(axis=-1, keepdims=True)
    dx = (dnormal - first - normal * second) / np.sqrt(var + eps)
    d = x.shape[-1]
    return dx, (dy * normal).reshape(-1, d).sum(axis=0), dy.reshape(-1, d).sum(axis=0)
