"""Normalises with the unbiased variance

You divide by n - 1 in the variance that the present batch is normalised with. The values come out slightly too small, by 30 % for a batch of 2, and their variance is not 1.
The unbiased estimate belongs in the memory only.
"""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        n = x.shape[0]
        if n == 1:
            raise ValueError("one example has no variance")
        mean = x.mean(axis=0)
        var = x.var(axis=0, ddof=1)
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    normal = (x - mean) / np.sqrt(var + eps)
    return gamma * normal + beta, new_mean, new_var


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    var = x.var(axis=0, ddof=1)
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
