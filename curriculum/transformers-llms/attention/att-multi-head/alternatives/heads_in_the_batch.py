"""Heads folded into the batch, as older code does; batched matrix products."""

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, width, heads):
        nn.Module.__init__(self)
        if width % heads:
            raise ValueError
        self.heads = heads
        self.q, self.k, self.v, self.out = nn.ModuleList([nn.Linear(width, width) for _ in range(4)])

    def _fold(self, t):
        b, n, w = t.shape
        t = t.reshape(b, n, self.heads, w // self.heads)
        return t.permute(0, 2, 1, 3).reshape(b * self.heads, n, w // self.heads)

    def forward(self, x, context=None, mask=None):
        context = x if context is None else context
        (b, n, w), m = x.shape, context.shape[1]
        q, k, v = self._fold(self.q(x)), self._fold(self.k(context)), self._fold(self.v(context))
        s = torch.bmm(q, k.permute(0, 2, 1)).div((w // self.heads) ** 0.5).view(b, self.heads, n, m)
        if mask is not None:
            mask = mask.expand(s.shape)
            s = s.masked_fill(~mask & mask.any(-1, keepdim=True), -torch.inf)
        p = s.softmax(-1)
        if mask is not None:
            p = p * mask
        o = torch.bmm(p.reshape(b * self.heads, n, m), v).view(b, self.heads, n, -1).permute(0, 2, 1, 3).reshape(b, n, w)
        return self.out(o), p
