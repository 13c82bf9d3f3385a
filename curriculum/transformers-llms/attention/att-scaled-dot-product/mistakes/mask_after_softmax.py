"""Hidden keys removed after the softmax

You take the softmax over all keys and strike out the hidden ones afterwards. What is left no longer sums to 1, and the output shrinks the more is hidden. The hidden keys must be
gone before the shares are computed.
"""

import torch


def attention(q, k, v, mask=None, causal=False):
    n, m, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = torch.einsum("...nd,...md->...nm", q, k) / d**0.5
    hide = torch.zeros_like(scores, dtype=torch.bool)
    if mask is not None:
        scores = scores + mask.clamp(min=-100.0)
        hide = hide | (mask == float("-inf"))
    if causal:
        hidden = torch.arange(m) > torch.arange(n).unsqueeze(1)
        hide = hide | hidden
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hide, 0.0)
    return torch.einsum("...nm,...me->...ne", weights, v), weights
