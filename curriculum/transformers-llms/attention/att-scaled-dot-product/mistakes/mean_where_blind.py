"""Equal weights where nothing may be seen

A query with all keys hidden gets equal weights in yours, so it returns the mean of exactly what it must not see. It should get weights 0 and output 0.
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
    weights = torch.softmax(scores, dim=-1)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.full_like(weights, 1.0 / m), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
