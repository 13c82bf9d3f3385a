"""One distance table, vectorised rules; the softmax from the library with blind rows opened first."""

import torch
from torch.nn import functional as F


def _ago(n):
    at = torch.arange(n)
    return at[:, None] - at[None]


def causal_mask(n):
    return _ago(n).ge(0)


def window_mask(n, width):
    ago = _ago(n)
    return ago.ge(0) & ago.lt(width)


def prefix_mask(n, prefix):
    return torch.vmap(lambda p: _ago(n).ge(0) | (torch.arange(n) < p))(prefix)


def padding_mask(lengths, n):
    return lengths[:, None].gt(torch.arange(n)[None])


def batch_mask(lengths, n, width=None, prefix=None):
    base = causal_mask(n) if width is None else window_mask(n, width)
    base = base.repeat(len(lengths), 1, 1)
    if prefix is not None:
        base |= padding_mask(prefix, n).unsqueeze(-2)
    return torch.einsum("bij,bj->bij", base.int(), padding_mask(lengths, n).int()).bool().unsqueeze(1)


def masked_softmax(scores, visible):
    visible = torch.broadcast_to(visible, scores.shape)
    blind = ~visible.any(-1, keepdim=True)
    weights = F.softmax(torch.where(visible | blind, scores, torch.tensor(-torch.inf, dtype=scores.dtype)), dim=-1)
    return weights * (~blind)
