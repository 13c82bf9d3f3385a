"""Dropout in evaluation

Your dropout acts whatever mode the block is in. Predictions then differ from call to call, and are worse than they need be. The function form of dropout has to be told; the module form
knows its mode.
"""

import torch
from torch import nn
from torch.nn import functional as F

from earlier.att_multi_head import MultiHeadAttention


class Block(nn.Module):
    def __init__(self, width, heads, hidden, dropout=0.0, pre_norm=True):
        super().__init__()
        self.attention = MultiHeadAttention(width, heads)
        self.norm1 = nn.LayerNorm(width)
        self.norm2 = nn.LayerNorm(width)
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)
        self.p = dropout
        self.pre_norm = pre_norm

    def attend(self, x, mask):
        output, _ = self.attention(x, mask=mask)
        return output

    def forward(self, x, mask=None):
        if self.pre_norm:
            y = x + F.dropout(p=self.p, training=True, input=self.attend(self.norm1(x), mask))
            h = F.gelu(self.up(self.norm2(y)))
            z = y + F.dropout(p=self.p, training=True, input=self.down(h))
        else:
            y = self.norm1(x + F.dropout(p=self.p, training=True, input=self.attend(x, mask)))
            h = F.gelu(self.up(y))
            z = self.norm2(y + F.dropout(p=self.p, training=True, input=self.down(h)))
        return z
