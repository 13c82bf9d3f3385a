"""NaN where nothing is visible

For a row without a visible entry your softmax divides 0 by 0. Empty texts in a batch make such rows, and one NaN spreads through the whole model. The task asks for zeros there.
"""

import torch


def causal_mask(n):
    i = torch.arange(n).unsqueeze(1)
    j = torch.arange(n).unsqueeze(0)
    return j <= i


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
    return weights
