"""Output has a bias

Your output layer adds a bias to each word, a second parameter. Here the table is the only one.
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
        self.bias = nn.Parameter(torch.zeros(words))

    def forward(self, tokens):
        vectors = F.embedding(tokens, self.weight, padding_idx=self.pad)
        return vectors * math.sqrt(self.width)

    def logits(self, hidden):
        scores = F.linear(hidden, self.weight, self.bias)
        if self.pad is not None:
            hide = torch.arange(self.words) == self.pad
            scores = scores.masked_fill(hide, float("-inf"))
        return scores
