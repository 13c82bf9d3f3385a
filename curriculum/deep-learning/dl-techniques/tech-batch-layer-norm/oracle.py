"""torch.nn.BatchNorm1d and torch.nn.LayerNorm, backward by autograd."""

import torch


def _batch(d, gamma, beta, eps, momentum=0.1):
    layer = torch.nn.BatchNorm1d(d, eps=eps, momentum=momentum, dtype=torch.float64)
    return _fill(layer, gamma, beta)


def _fill(layer, gamma, beta):
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(gamma))
        layer.bias.copy_(torch.tensor(beta))
    return layer


def _back(layer, dy, x):
    x = torch.tensor(x, requires_grad=True)
    layer(x).backward(torch.tensor(dy))
    return x.grad.numpy(), layer.weight.grad.numpy(), layer.bias.grad.numpy()


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    layer = _batch(x.shape[1], gamma, beta, eps, momentum).train(training)
    layer.running_mean.copy_(torch.tensor(running_mean))
    layer.running_var.copy_(torch.tensor(running_var))
    y = layer(torch.tensor(x)).detach().numpy()
    return y, layer.running_mean.numpy(), layer.running_var.numpy()


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    return _back(_batch(x.shape[1], gamma, gamma * 0, eps), dy, x)


def layer_norm(x, gamma, beta, eps=1e-5):
    layer = _fill(torch.nn.LayerNorm(x.shape[-1], eps=eps, dtype=torch.float64), gamma, beta)
    return layer(torch.tensor(x)).detach().numpy()


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    layer = _fill(torch.nn.LayerNorm(x.shape[-1], eps=eps, dtype=torch.float64), gamma, gamma * 0)
    return _back(layer, dy, x)
