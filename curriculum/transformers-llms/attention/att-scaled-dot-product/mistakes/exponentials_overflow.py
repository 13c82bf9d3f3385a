"""Exponentials of the raw scores

You exponentiate the scores as they come. From about 88 on that is infinity in float32, from 710 in float64, and infinity over infinity is NaN; very negative scores all become 0 and
you divide by 0. Shifting all scores of a row by the same amount changes no weight; use that.
"""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = torch.einsum("...nd,...md->...nm", q, k) / d**0.5
    if mask is not None:
        scores = scores + mask
    if causal:
        hidden = torch.arange(m) > torch.arange(n).unsqueeze(1)
        scores[..., hidden] = float("-inf")
    weights = scores.exp() / scores.exp().sum(dim=-1, keepdim=True)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.zeros_like(weights), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
