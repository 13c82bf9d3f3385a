"""Softmax, and NaN of blind rows turned to zero."""

import torch
import torch.nn.functional as F


def attention(q, k, v, mask=None, causal=False):
    scores = torch.matmul(q / q.shape[-1] ** 0.25, (k / k.shape[-1] ** 0.25).transpose(-1, -2))
    visible = torch.ones_like(scores, dtype=torch.bool)
    if causal:
        visible = visible.tril()
    if mask is not None:
        scores = scores + mask
    weights = torch.nan_to_num(F.softmax(scores.where(visible, torch.tensor(-torch.inf, dtype=q.dtype)), dim=-1), nan=0.0)
    return weights @ v, weights
