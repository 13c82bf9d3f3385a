"""Scaled dot-product attention with an additive mask."""

import math

import torch


def attention(q, k, v, mask=None, causal=False):
    """Return (output, weights); a query that may see nothing gets zeros."""
    scores = q @ k.mT / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores + mask
    if causal:
        later = torch.arange(k.shape[-2]) > torch.arange(q.shape[-2])[:, None]
        scores = scores.masked_fill(later, -math.inf)
    blind = scores.amax(dim=-1, keepdim=True) == -math.inf
    weights = scores.softmax(dim=-1).masked_fill(blind, 0.0)
    return weights @ v, weights
