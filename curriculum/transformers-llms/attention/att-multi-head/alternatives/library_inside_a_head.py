"""The library's scaled dot-product attention twice: for the values, and with the identity for the weights."""

import torch
import torch.nn.functional as F
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        if width // heads * heads != width:
            raise ValueError("cannot cut width into heads")
        self.heads = heads
        for name in ("q", "k", "v", "out"):
            self.add_module(name, nn.Linear(width, width))

    def _cut(self, t):
        return torch.stack(t.chunk(self.heads, dim=-1), dim=1)

    def forward(self, x, context=None, mask=None):
        c = x if context is None else context
        q, k, v = self._cut(self.q(x)), self._cut(self.k(c)), self._cut(self.v(c))
        m = k.shape[2]
        seen = torch.ones(1, 1, 1, m, dtype=torch.bool) if mask is None else mask
        seen = seen.expand(*q.shape[:3], m)
        some = seen.any(-1, keepdim=True)
        unit = torch.eye(m).expand(*q.shape[:2], m, m)
        both = F.scaled_dot_product_attention(q, k, torch.cat([v, unit], dim=-1), attn_mask=seen | ~some) * some
        return self.out(torch.cat(both[..., : v.shape[-1]].unbind(1), dim=-1)), both[..., v.shape[-1] :]
