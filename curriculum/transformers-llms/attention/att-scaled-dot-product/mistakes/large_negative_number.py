"""A large negative number instead of minus infinity

You replace minus infinity by -10000. A hidden key then gets a weight that is tiny, not none: with very negative scores the hidden key wins, and where all keys are hidden you
return the mean of what should not be seen. Only minus infinity is below every score.
"""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = torch.einsum("...nd,...md->...nm", q, k) / d**0.5
    if mask is not None:
        scores = scores + mask.clamp(min=-1e4)
    if causal:
        hidden = torch.arange(m) > torch.arange(n).unsqueeze(1)
        scores[..., hidden] = -1e4
    weights = torch.softmax(scores, dim=-1)
    weights = torch.where(torch.isneginf(scores).all(dim=-1, keepdim=True), torch.zeros_like(weights), weights)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
