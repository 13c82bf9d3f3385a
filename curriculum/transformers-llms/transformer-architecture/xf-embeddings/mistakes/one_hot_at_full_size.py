"""Multiplies one-hot vectors

You make a vector of zeros with a single 1 for every token and multiply it with the table. The rows are right, but between them stands a tensor of tokens times words, and with a real
vocabulary it does not fit into memory. Taking a row needs no multiplication.
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
        vectors = F.one_hot(tokens, self.words).float() @ self.weight.clone().index_fill(0, torch.tensor([] if self.pad is None else [self.pad], dtype=torch.long), 0.0)
        return vectors * math.sqrt(self.width)

    def logits(self, hidden):
        scores = F.linear(hidden, self.weight)
        if self.pad is not None:
            hide = torch.arange(self.words) == self.pad
            scores = scores.masked_fill(hide, float("-inf"))
        return scores
