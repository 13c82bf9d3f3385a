"""Returns NaN where a query may see nothing

For a query with all keys hidden your softmax divides 0 by 0. Padded batches contain such rows, and one NaN spreads through the whole network within a layer. The task asks for
zeros there: nothing seen, nothing said.
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
    return torch.einsum("...nm,...me->...ne", weights, v), weights
