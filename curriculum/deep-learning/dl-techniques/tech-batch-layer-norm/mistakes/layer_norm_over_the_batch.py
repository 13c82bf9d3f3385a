"""layer_norm averages over the batch

Your layer_norm takes mean and variance down the first axis, so the examples of a batch mix: that is batch normalisation without a memory. It looks right on the screen, since
columns come out tidy. Layer normalisation knows one example at a time; alone or in a batch, an example gets the same result.
"""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        n = x.shape[0]
        if n == 1:
            raise ValueError("one example has no variance")
        mean = x.mean(axis=0)
        var = x.var(axis=0)
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
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
    mean = x.mean(axis=0, keepdims=True)
    var = x.var(axis=0, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    mean = x.mean(axis=0, keepdims=True)
    var = x.var(axis=0, keepdims=True)
    normal = (x - mean) / np.sqrt(var + eps)
    dnormal = dy * gamma
    first = dnormal.mean(axis=0, keepdims=True)
    second = (dnormal * normal).mean(axis=0, keepdims=True)
    dx = (dnormal - first - normal * second) / np.sqrt(var + eps)
    d = x.shape[-1]
    return dx, (dy * normal).reshape(-1, d).sum(axis=0), dy.reshape(-1, d).sum(axis=0)
