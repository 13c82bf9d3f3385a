"""One table of rows: looked up below, compared with above."""

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    """Embedding and output layer with a single parameter."""

    def __init__(self, words, width, pad=None):
        super().__init__()
        self.pad = pad
        self.scale = width**0.5
        self.table = nn.Embedding(words, width, pad)
        with torch.no_grad():
            self.table.weight /= self.scale

    def forward(self, tokens):
        return self.table(tokens) * self.scale

    def logits(self, hidden):
        scores = hidden @ self.table.weight.T
        if self.pad is not None:
            scores[..., self.pad] = -torch.inf
        return scores
