"""Mask not handed to attention

Your block takes a mask and keeps it. Every token then sees padding and its own future.
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
        self.dropout = nn.Dropout(dropout)
        self.pre_norm = pre_norm

    def attend(self, x, mask):
        output, _ = self.attention(x)
        return output

    def forward(self, x, mask=None):
        if self.pre_norm:
            y = x + self.dropout(self.attend(self.norm1(x), mask))
            h = F.gelu(self.up(self.norm2(y)))
            z = y + self.dropout(self.down(h))
        else:
            y = self.norm1(x + self.dropout(self.attend(x, mask)))
            h = F.gelu(self.up(y))
            z = self.norm2(y + self.dropout(self.down(h)))
        return z
