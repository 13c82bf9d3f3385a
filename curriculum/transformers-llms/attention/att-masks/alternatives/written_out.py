"""Lists written out by the rule; the softmax by log-sum-exp."""

import torch


def _grid(n, width, prefix, length):
    return [[key < length and (key < prefix or (key <= query and query - key < width)) for key in range(n)] for query in range(n)]


def causal_mask(n):
    return torch.tensor(_grid(n, n, 0, n))


def window_mask(n, width):
    return torch.tensor(_grid(n, width, 0, n))


def prefix_mask(n, prefix):
    return torch.tensor([_grid(n, n, int(p), n) for p in prefix])


def padding_mask(lengths, n):
    return torch.tensor([[True] * int(k) + [False] * (n - int(k)) for k in lengths])


def batch_mask(lengths, n, width=None, prefix=None):
    prefix = torch.zeros_like(lengths) if prefix is None else prefix
    return torch.tensor([[_grid(n, width or n, int(p), int(k))] for k, p in zip(lengths, prefix)])


def masked_softmax(scores, visible):
    bias = torch.zeros_like(scores).masked_fill(visible.logical_not(), float("-inf"))
    total = torch.logsumexp(scores + bias, dim=-1, keepdim=True)
    return (scores + bias - total.masked_fill(total == float("-inf"), 0.0)).exp()
