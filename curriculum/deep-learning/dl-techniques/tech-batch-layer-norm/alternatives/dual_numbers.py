"""Forward mode: the derivative along every single entry by a complex step."""

import numpy as np


def _norm(x, axis, eps):
    c = x - np.mean(x, axis, keepdims=True)
    return c / np.sqrt(np.mean(c * c, axis, keepdims=True) + eps)


def _by_complex_step(f, dy, x, gamma):
    grads = []
    for which in range(3):
        args = [x.astype(complex), gamma.astype(complex), np.zeros(gamma.shape, complex)]
        g = np.zeros(args[which].shape)
        for i in np.ndindex(*g.shape):
            args[which][i] += 1e-40j
            g[i] = np.sum(dy * f(*args).imag) / 1e-40
            args[which][i] -= 1e-40j
        grads.append(g)
    return tuple(grads)


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        if len(x) == 1:
            raise ValueError
        y = _norm(x, 0, eps) * gamma + beta
        keep = 1.0 - momentum
        return y, keep * running_mean + momentum * np.average(x, 0), keep * running_var + momentum * np.cov(x.T, ddof=1).reshape(x.shape[1], -1).diagonal()
    return (x - running_mean) / np.sqrt(running_var + eps) * gamma + beta, running_mean, running_var


def layer_norm(x, gamma, beta, eps=1e-5):
    return _norm(x, -1, eps) * gamma + beta


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    if x.size > 2000:  # the closed form where a step per entry would take too long
        z, s = _norm(x, 0, eps), np.sqrt(x.var(0) + eps)
        n = len(x)
        return gamma / s / n * (n * dy - dy.sum(0) - z * (dy * z).sum(0)), (dy * z).sum(0), dy.sum(0)
    return _by_complex_step(lambda x, g, b: _norm(x, 0, eps) * g + b, dy, x, gamma)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    if x.size > 2000:
        dx, _, _ = batch_norm_backward((dy * gamma).T, x.T, np.ones(len(x)), eps)
        return dx.T, (dy * _norm(x, -1, eps)).sum(0), dy.sum(0)
    return _by_complex_step(lambda x, g, b: _norm(x, -1, eps) * g + b, dy, x, gamma)
