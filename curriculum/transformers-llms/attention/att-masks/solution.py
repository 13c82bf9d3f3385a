"""Masks for attention, True where a key may be seen."""

import torch


def causal_mask(n):
    return torch.ones(n, n, dtype=torch.bool).tril()


def window_mask(n, width):
    return causal_mask(n).triu(1 - width)


def prefix_mask(n, prefix):
    return causal_mask(n) | padding_mask(prefix, n)[:, None, :]


def padding_mask(lengths, n):
    return torch.arange(n) < lengths[:, None]


def batch_mask(lengths, n, width=None, prefix=None):
    visible = causal_mask(n) if width is None else window_mask(n, width)
    if prefix is not None:
        visible = visible | padding_mask(prefix, n)[:, None, :]
    return (visible & padding_mask(lengths, n)[:, None, :])[:, None]


def masked_softmax(scores, visible):
    shares = scores.masked_fill(~visible, -torch.inf).softmax(dim=-1)
    return torch.where(visible.any(dim=-1, keepdim=True), shares, 0.0)
