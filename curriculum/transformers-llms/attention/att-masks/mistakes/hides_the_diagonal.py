"""The diagonal is hidden

You hide a token from itself. Then the first query sees nothing at all, and every other one predicts without having read its own token. Causal means: nothing later than me, and I am not
later than me.
"""

import torch


def causal_mask(n):
    i = torch.arange(n).unsqueeze(1)
    j = torch.arange(n).unsqueeze(0)
    return j < i


def window_mask(n, width):
    i = torch.arange(n).unsqueeze(1)
    j = torch.arange(n).unsqueeze(0)
    return causal_mask(n) & (i - j < width)


def _open_prefix(n, prefix):
    return torch.arange(n).view(1, 1, n) < prefix.view(-1, 1, 1)


def prefix_mask(n, prefix):
    return causal_mask(n).unsqueeze(0) | _open_prefix(n, prefix)


def padding_mask(lengths, n):
    return torch.arange(n).unsqueeze(0) < lengths.unsqueeze(1)


def batch_mask(lengths, n, width=None, prefix=None):
    mask = causal_mask(n).unsqueeze(0)
    if width is not None:
        mask = mask & window_mask(n, width)
    if prefix is not None:
        mask = mask | _open_prefix(n, prefix)
    real = padding_mask(lengths, n)
    mask = mask & real.unsqueeze(1)
    return mask.unsqueeze(1)


def masked_softmax(scores, visible):
    hidden = scores.masked_fill(~visible, float("-inf"))
    weights = torch.softmax(hidden, dim=-1)
    return torch.nan_to_num(weights, nan=0.0)
