"""Every node of the graph differentiated by itself, as in a course's assignment."""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    if not training:
        return (x - running_mean) * (gamma / np.sqrt(running_var + eps)) + beta, running_mean.copy(), running_var.copy()
    if n < 2:
        raise ValueError("batch of one")
    mu = np.add.reduce(x, axis=0) / n
    centred = x - mu
    ss = np.einsum("nd,nd->d", centred, centred)
    y = centred * (ss / n + eps) ** -0.5 * gamma + beta
    return y, running_mean * (1 - momentum) + mu * momentum, running_var * (1 - momentum) + ss / (n - 1) * momentum


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n = x.shape[0]
    xc = x - np.sum(x, 0) / n
    var = np.sum(xc * xc, 0) / n
    inv = 1.0 / np.sqrt(var + eps)
    dgamma = np.sum(dy * xc * inv, 0)
    dbeta = np.sum(dy, 0)
    dxhat = dy * gamma
    dinv = np.sum(dxhat * xc, 0)
    dxc = dxhat * inv
    dvar = dinv * -0.5 * inv**3
    dxc = dxc + 2.0 / n * xc * dvar
    dmu = -np.sum(dxc, 0)
    return dxc + dmu / n, dgamma, dbeta


def layer_norm(x, gamma, beta, eps=1e-5):
    flat = x.reshape(-1, x.shape[-1])
    rows = [(r - r.mean()) / (r.var() + eps) ** 0.5 for r in flat]
    return np.array(rows).reshape(x.shape) * gamma + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[-1]
    rows, drows = x.reshape(-1, d), dy.reshape(-1, d)
    one = np.ones(rows.shape[0])
    dx, _, _ = batch_norm_backward((drows * gamma).T, rows.T, one, eps)
    normal = (rows.T - rows.mean(1)) / np.sqrt(rows.var(1) + eps)
    return dx.T.reshape(x.shape), (drows.T * normal).sum(1), drows.sum(0)
