"""Padding number 0 taken for none

You ask whether pad is true, and 0 is not. With padding at 0, the most usual place, yours has no padding at all. Ask whether it is None.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F


class TokenEmbedding(nn.Module):
    def __init__(self, words, width, pad=None):
        super().__init__()
        self.words, self.width, self.pad = words, width, pad
        start = torch.randn(words, width) / math.sqrt(width)
        if self.pad:
            start[pad] = 0.0
        self.weight = nn.Parameter(start)

    def forward(self, tokens):
        vectors = F.embedding(tokens, self.weight, padding_idx=self.pad or None)
        return vectors * math.sqrt(self.width)

    def logits(self, hidden):
        scores = F.linear(hidden, self.weight)
        if self.pad:
            hide = torch.arange(self.words) == self.pad
            scores = scores.masked_fill(hide, float("-inf"))
        return scores
