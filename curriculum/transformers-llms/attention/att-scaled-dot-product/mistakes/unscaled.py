"""Scores not scaled

You hand the raw dot products to the softmax. With few entries per vector that goes well; with 64 entries the scores are 8 times as wide, nearly all weight falls on one key, and
the gradient of the others vanishes. That is what the word "scaled" in the name is for.
"""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = torch.einsum("...nd,...md->...nm", q, k)
    if mask is not None:
        scores = scores + mask
    if causal:
        hidden = torch.arange(m) > torch.arange(n).unsqueeze(1)
        scores[..., hidden] = float("-inf")
    weights = torch.softmax(scores, dim=-1)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.zeros_like(weights), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
