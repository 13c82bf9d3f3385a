"""The full Jacobian of the normalisation, one row of numbers at a time."""

import math

import numpy as np


def _normal(v, eps):
    mu = math.fsum(v) / len(v)
    var = math.fsum((a - mu) ** 2 for a in v) / len(v)
    s = math.sqrt(var + eps)
    return (v - mu) / s, s, mu, var


def _jacobian(v, eps):
    z, s, _, _ = _normal(v, eps)
    d = len(v)
    return (np.eye(d) - 1.0 / d - np.outer(z, z) / d) / s


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n, d = x.shape
    y, rm, rv = np.empty((n, d)), [], []
    if training and n == 1:
        raise ValueError("n must be 2 or more")
    for j in range(d):
        if training:
            z, _, mu, var = _normal(x[:, j], eps)
            rm.append(running_mean[j] + momentum * (mu - running_mean[j]))
            rv.append(running_var[j] + momentum * (var * n / (n - 1) - running_var[j]))
        else:
            z = (x[:, j] - running_mean[j]) / math.sqrt(running_var[j] + eps)
            rm.append(running_mean[j])
            rv.append(running_var[j])
        y[:, j] = gamma[j] * z + beta[j]
    return y, rm, rv


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    dx = np.stack([_jacobian(x[:, j], eps) @ (dy[:, j] * gamma[j]) for j in range(x.shape[1])], axis=1)
    dgamma = [float(dy[:, j] @ _normal(x[:, j], eps)[0]) for j in range(x.shape[1])]
    return dx, dgamma, dy.sum(0)


def layer_norm(x, gamma, beta, eps=1e-5):
    return np.apply_along_axis(lambda v: _normal(v, eps)[0], -1, x) * gamma + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    dx, dg, db = np.empty(x.shape), np.zeros(len(gamma)), np.zeros(len(gamma))
    for i in np.ndindex(*x.shape[:-1]):
        dx[i] = _jacobian(x[i], eps).T @ (dy[i] * gamma)
        dg += dy[i] * _normal(x[i], eps)[0]
        db += dy[i]
    return [dx, dg, db]
