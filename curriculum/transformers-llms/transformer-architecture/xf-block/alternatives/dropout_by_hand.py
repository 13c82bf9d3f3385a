"""Dropout as a drawn mask; two straight-line branches."""

import torch
from torch import nn
from torch.nn.functional import gelu

from earlier.att_multi_head import MultiHeadAttention as Attention


class Block(nn.Module):
    def __init__(self, width, heads, hidden, dropout=0.0, pre_norm=True):
        nn.Module.__init__(self)
        self.attention = Attention(width, heads)
        self.norm1 = nn.LayerNorm(width)
        self.norm2 = nn.LayerNorm(width)
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)
        self.dropout, self.pre_norm = dropout, pre_norm

    def _thin(self, t):
        if not self.training or self.dropout == 0:
            return t
        if self.dropout == 1:
            return torch.zeros_like(t)
        return t * (torch.rand_like(t) >= self.dropout) / (1 - self.dropout)

    def forward(self, x, mask=None):
        if not self.pre_norm:
            middle = self.norm1(torch.add(x, self._thin(self.attention(x, x, mask)[0])))
            return self.norm2(torch.add(middle, self._thin(self.down(gelu(self.up(middle))))))
        middle = torch.add(x, self._thin(self.attention(self.norm1(x), mask=mask)[0]))
        return torch.add(middle, self._thin(self.down(gelu(self.up(self.norm2(middle))))))
