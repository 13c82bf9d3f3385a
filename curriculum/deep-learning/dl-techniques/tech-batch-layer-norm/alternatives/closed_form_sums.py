"""Sums instead of means, two-pass variances, layer norm as batch norm of the transposed rows."""

import numpy as np


def _moments(x):
    n = float(x.shape[0])
    mean = x.sum(0) / n
    return n, mean, np.square(x - mean).sum(0)


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if not training:
        a = gamma / np.sqrt(eps + running_var)
        return x * a + (beta - running_mean * a), np.array(running_mean), np.array(running_var)
    n, mean, squares = _moments(x)
    if n == 1:
        raise ValueError("cannot train on a batch of 1")
    y = (x - mean) * gamma / np.sqrt(squares / n + eps) + beta
    return (
        y,
        running_mean - momentum * running_mean + momentum * mean,
        running_var - momentum * running_var + momentum * squares / (n - 1),
    )


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n, mean, squares = _moments(x)
    root = np.sqrt(squares / n + eps)
    z = (x - mean) / root
    dbeta, dgamma = np.sum(dy, axis=0), np.sum(dy * z, axis=0)
    return gamma / (n * root) * (n * dy - dbeta - z * dgamma), dgamma, dbeta


def _rows(a):
    return a.reshape(-1, a.shape[-1])


def layer_norm(x, gamma, beta, eps=1e-5):
    columns = _rows(x).T
    d, mean, squares = _moments(columns)
    return (((columns - mean) / np.sqrt(squares / d + eps)).T * gamma + beta).reshape(x.shape)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    ones = np.ones(_rows(x).shape[0])
    dx, _, _ = batch_norm_backward((_rows(dy) * gamma).T, _rows(x).T, ones, eps)
    z = layer_norm(_rows(x), np.ones(x.shape[-1]), np.zeros(x.shape[-1]), eps)
    return dx.T.reshape(x.shape), np.einsum("nd,nd->d", _rows(dy), z), _rows(dy).sum(axis=0)
