"""Causal mask aligned at the last key

With fewer queries than keys you let the last query see the last key, as if the queries were the end of the keys. That is what a cache needs, and some libraries do it. Here the
rule is stated from the start: query 0 sees key 0. With as many queries as keys both agree.
"""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = torch.einsum("...nd,...md->...nm", q, k) / d**0.5
    if mask is not None:
        scores = scores + mask
    if causal:
        hidden = torch.arange(m) > (torch.arange(n).unsqueeze(1) + m - n)
        scores[..., hidden] = float("-inf")
    weights = torch.softmax(scores, dim=-1)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.zeros_like(weights), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
