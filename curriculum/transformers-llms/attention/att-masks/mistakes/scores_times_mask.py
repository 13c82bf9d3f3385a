"""Scores multiplied with the mask

You multiply the scores with the mask. A hidden score becomes 0, and e to the 0 is 1, which is more than many a visible entry has. Nothing is hidden by a 0.
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
    hidden = scores * visible
    weights = torch.softmax(hidden, dim=-1)
    return torch.nan_to_num(weights, nan=0.0)
