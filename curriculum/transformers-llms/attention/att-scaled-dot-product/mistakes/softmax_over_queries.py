"""Softmax over the queries

Your weights sum to 1 down each column: for each key, the queries compete. Queries are the ones that ask: each of them divides its attention among the keys. In a square
case the shape is the same either way, so only the sums tell.
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
    weights = torch.softmax(scores, dim=-2)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.zeros_like(weights), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
