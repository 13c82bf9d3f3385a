"""Output has a copy of the table

Your output layer begins with the same numbers but is a parameter of its own. After the first step the two differ, and the memory you wanted to save is spent. Shared means one parameter that
is used twice.
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
        self.output = nn.Parameter(start.clone())

    def forward(self, tokens):
        vectors = F.embedding(tokens, self.weight, padding_idx=self.pad)
        return vectors * math.sqrt(self.width)

    def logits(self, hidden):
        scores = F.linear(hidden, self.output)
        if self.pad is not None:
            hide = torch.arange(self.words) == self.pad
            scores = scores.masked_fill(hide, float("-inf"))
        return scores
