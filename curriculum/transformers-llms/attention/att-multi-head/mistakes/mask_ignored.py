"""The mask is ignored

Your layer takes a mask and does nothing with it: every query sees padding and future.
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
        scores = q @ k.transpose(-1, -2) / self.d**0.5
        weights = scores.softmax(dim=-1)
        mixed = weights @ v
        joined = mixed.transpose(1, 2).reshape(x.shape)
        return self.out(joined), weights
