"""Numbers instead of booleans

Your masks are numbers. Minus infinity and 0 are what is added to scores in the end; here a mask is a bool tensor, which can be joined with 'and' and 'or'.
"""

import torch


def _causal(n):
    i = torch.arange(n).unsqueeze(1)
    j = torch.arange(n).unsqueeze(0)
    return j <= i


def _window(n, width):
    i = torch.arange(n).unsqueeze(1)
    j = torch.arange(n).unsqueeze(0)
    return _causal(n) & (i - j < width)


def _open_prefix(n, prefix):
    return torch.arange(n).view(1, 1, n) < prefix.view(-1, 1, 1)


def _prefix(n, prefix):
    return _causal(n).unsqueeze(0) | _open_prefix(n, prefix)


def _padding(lengths, n):
    return torch.arange(n).unsqueeze(0) < lengths.unsqueeze(1)


def _batch(lengths, n, width=None, prefix=None):
    mask = _causal(n).unsqueeze(0)
    if width is not None:
        mask = mask & _window(n, width)
    if prefix is not None:
        mask = mask | _open_prefix(n, prefix)
    real = _padding(lengths, n)
    mask = mask & real.unsqueeze(1)
    return mask.unsqueeze(1)


def masked_softmax(scores, visible):
    hidden = scores.masked_fill(~visible, float("-inf"))
    weights = torch.softmax(hidden, dim=-1)
    return torch.nan_to_num(weights, nan=0.0)


def _add(mask):
    return torch.zeros(mask.shape).masked_fill(~mask, float("-inf"))


def causal_mask(n):
    return _add(_causal(n))


def window_mask(n, width):
    return _add(_window(n, width))


def prefix_mask(n, prefix):
    return _add(_prefix(n, prefix))


def padding_mask(lengths, n):
    return _add(_padding(lengths, n))


def batch_mask(lengths, n, width=None, prefix=None):
    return _add(_batch(lengths, n, width, prefix))
