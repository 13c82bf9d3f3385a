"""Minus a billion under causal

Later keys get a score of -1e9. As long as one key is visible that works. Where the mask hides all earlier keys, the later ones are the largest that is left, and the query reads the future. Minus
infinity is the only score that nothing is below.
"""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = torch.einsum("...nd,...md->...nm", q, k) / d**0.5
    if mask is not None:
        scores = scores + mask
    if causal:
        hidden = torch.arange(m) > torch.arange(n).unsqueeze(1)
        scores[..., hidden] = -1e9
    weights = torch.softmax(scores, dim=-1)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.zeros_like(weights), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
