"""Columns dealt to the heads in turn

You give column 0 to head 0, column 1 to head 1 and so on, in turn. A head owns a block of neighbouring columns here. A model trained with yours works; weights from anywhere else do not fit
it.
"""

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        if width % heads != 0:
            raise ValueError("heads must divide width")
        self.heads, self.d = heads, width // heads
        self.q = nn.Linear(width, width)
        self.k = nn.Linear(width, width)
        self.v = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def split(self, t):
        b, n, _ = t.shape
        return t.view(b, n, self.d, self.heads).permute(0, 3, 1, 2)

    def forward(self, x, context=None, mask=None):
        if context is None:
            context = x
        q = self.split(self.q(x))
        k = self.split(self.k(context))
        v = self.split(self.v(context))
        scores = q @ k.transpose(-1, -2) / self.d**0.5
        if mask is not None:
            scores = scores.masked_fill(~mask, float("-inf"))
        weights = scores.softmax(dim=-1)
        if mask is not None:
            weights = weights.masked_fill((~mask).all(dim=-1, keepdim=True), 0.0)
        mixed = weights @ v
        joined = mixed.permute(0, 2, 3, 1).reshape(x.shape)
        return self.out(joined), weights
