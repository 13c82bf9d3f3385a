"""torch's own function; with the identity as values it tells the weights."""

import torch
import torch.nn.functional as F


def attention(q, k, v, mask=None, causal=False):
    n, m = q.shape[-2], k.shape[-2]
    bias = torch.zeros(*q.shape[:-2], n, m, dtype=q.dtype)
    if mask is not None:
        bias = bias + mask
    if causal:
        bias = bias.masked_fill(torch.arange(m)[None, :] > torch.arange(n)[:, None], float("-inf"))
    unit = torch.eye(m, dtype=q.dtype).expand(*q.shape[:-2], m, m)
    return F.scaled_dot_product_attention(q, k, v, attn_mask=bias), F.scaled_dot_product_attention(q, k, unit, attn_mask=bias)
