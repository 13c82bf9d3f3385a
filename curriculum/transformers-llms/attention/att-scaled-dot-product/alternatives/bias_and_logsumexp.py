"""All masks in one bias; weights through log-softmax by logsumexp."""

import torch


def attention(q, k, v, mask=None, causal=False):
    bias = q.new_zeros(q.shape[-2], k.shape[-2])
    if causal:
        bias = bias + torch.triu(torch.full_like(bias, float("-inf")), 1)
    bias = bias if mask is None else bias + mask
    scores = torch.matmul(q, k.transpose(-2, -1)).div(q.size(-1) ** 0.5).add(bias)
    norm = torch.logsumexp(scores, dim=-1, keepdim=True)
    weights = torch.exp(scores - norm.masked_fill(norm.isneginf(), 0.0))
    return torch.matmul(weights, v), weights
