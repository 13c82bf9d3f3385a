"""Mask multiplied instead of added

You multiply the scores by the mask. A score times 0 is 0, which is no hiding: e to the 0 is 1. And a visible key, whose mask is 0, loses its score.
"""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = torch.einsum("...nd,...md->...nm", q, k) / d**0.5
    if mask is not None:
        scores = scores * mask
    if causal:
        hidden = torch.arange(m) > torch.arange(n).unsqueeze(1)
        scores[..., hidden] = float("-inf")
    weights = torch.softmax(scores, dim=-1)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.zeros_like(weights), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
