"""Multi-head attention around the scaled dot-product attention of an earlier step."""

import torch
from torch import nn

from earlier.att_scaled_dot_product import attention


class MultiHeadAttention(nn.Module):
    """Self-attention, or cross-attention to a context."""

    def __init__(self, width, heads):
        super().__init__()
        if width % heads:
            raise ValueError(f"{heads} heads do not divide a width of {width}")
        self.heads = heads
        self.q, self.k, self.v, self.out = (nn.Linear(width, width) for _ in "qkvo")

    def forward(self, x, context=None, mask=None):
        context = x if context is None else context
        parts = self.q(x), self.k(context), self.v(context)
        q, k, v = (part.unflatten(2, (self.heads, -1)).transpose(1, 2) for part in parts)
        bias = None if mask is None else torch.zeros(mask.shape).masked_fill(~mask, -torch.inf)
        mixed, weights = attention(q, k, v, bias)
        return self.out(mixed.transpose(1, 2).flatten(2)), weights
