"""Padding can be predicted

The logit of padding is an ordinary one in yours: a row of zeros gives 0, which is more than half of the others. A model may then write padding, and softmax pushes its row away from 0.
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
        vectors = F.embedding(tokens, self.weight, padding_idx=self.pad)
        return vectors * math.sqrt(self.width)

    def logits(self, hidden):
        scores = F.linear(hidden, self.weight)
        if self.pad is not None:
            hide = torch.arange(self.words) == self.pad
            pass
        return scores
