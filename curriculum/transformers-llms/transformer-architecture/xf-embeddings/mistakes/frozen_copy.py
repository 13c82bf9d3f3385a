"""Output compares with the table as it was

You keep the table's first numbers aside for the output. They are no parameter, so they never learn, and loaded weights do not reach them.
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
        self.first = start.clone()

    def forward(self, tokens):
        vectors = F.embedding(tokens, self.weight, padding_idx=self.pad)
        return vectors * math.sqrt(self.width)

    def logits(self, hidden):
        scores = F.linear(hidden, self.first)
        if self.pad is not None:
            hide = torch.arange(self.words) == self.pad
            scores = scores.masked_fill(hide, float("-inf"))
        return scores
