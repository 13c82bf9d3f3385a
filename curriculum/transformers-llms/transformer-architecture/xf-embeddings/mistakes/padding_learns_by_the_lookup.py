"""Padding row learns by the lookup

Padding starts as 0 in yours, but reading it sends a gradient back. After one step of the optimiser padding means something, and what it means depends on the batch.
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
        if self.pad is not None:
            start[pad] = 0.0
        self.weight = nn.Parameter(start)

    def forward(self, tokens):
        vectors = F.embedding(tokens, self.weight, padding_idx=None)
        return vectors * math.sqrt(self.width)

    def logits(self, hidden):
        scores = F.linear(hidden, self.weight)
        if self.pad is not None:
            hide = torch.arange(self.words) == self.pad
            scores = scores.masked_fill(hide, float("-inf"))
        return scores
