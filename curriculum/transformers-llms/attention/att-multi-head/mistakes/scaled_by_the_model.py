"""Scores divided by the root of the whole width

You divide by the root of the layer's width. A head's score is a sum over the head's own columns, fewer by the number of heads. Yours come out too close together, so every head looks nearly
everywhere.
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
        return t.view(b, n, self.heads, self.d).transpose(1, 2)

    def forward(self, x, context=None, mask=None):
        if context is None:
            context = x
        q = self.split(self.q(x))
        k = self.split(self.k(context))
        v = self.split(self.v(context))
        scores = q @ k.transpose(-1, -2) / x.shape[-1] ** 0.5
        if mask is not None:
            scores = scores.masked_fill(~mask, float("-inf"))
        weights = scores.softmax(dim=-1)
        if mask is not None:
            weights = weights.masked_fill((~mask).all(dim=-1, keepdim=True), 0.0)
        mixed = weights @ v
        joined = mixed.transpose(1, 2).reshape(x.shape)
        return self.out(joined), weights
