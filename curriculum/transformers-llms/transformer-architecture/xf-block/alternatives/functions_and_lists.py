"""Two sublayers in a list of functions; norm chosen by a loop."""

import torch.nn.functional as F
from torch import nn

from earlier.att_multi_head import MultiHeadAttention


class Block(nn.Module):
    def __init__(self, width, heads, hidden, dropout=0.0, pre_norm=True):
        super().__init__()
        self.norm2 = nn.LayerNorm(width)
        self.norm1 = nn.LayerNorm(width)
        self.down = nn.Linear(hidden, width)
        self.up = nn.Linear(width, hidden)
        self.attention = MultiHeadAttention(width, heads)
        self.p, self.pre = dropout, pre_norm

    def forward(self, x, mask=None):
        parts = ((self.norm1, lambda t: self.attention(t, None, mask)[0]), (self.norm2, lambda t: self.down(F.gelu(self.up(t)))))
        for norm, part in parts:
            inside, outside = (norm, nn.Identity()) if self.pre else (nn.Identity(), norm)
            x = outside(x + F.dropout(part(inside(x)), self.p, self.training))
        return x
