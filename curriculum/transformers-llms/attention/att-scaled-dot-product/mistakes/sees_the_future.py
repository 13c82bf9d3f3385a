"""Causal mask hides the past

Your triangle is the wrong one: every query sees itself and what comes later. Training loss drops to almost nothing, since the answer stands in view, and generation is nonsense,
since there is no future to read. Rows are queries, columns are keys; check the first row.
"""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = torch.einsum("...nd,...md->...nm", q, k) / d**0.5
    if mask is not None:
        scores = scores + mask
    if causal:
        hidden = torch.arange(m) < torch.arange(n).unsqueeze(1)
        scores[..., hidden] = float("-inf")
    weights = torch.softmax(scores, dim=-1)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.zeros_like(weights), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
