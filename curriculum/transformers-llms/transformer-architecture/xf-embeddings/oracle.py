"""torch.nn.Embedding and a torch.nn.Linear without bias that share one parameter."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, words, width, pad=None):
        super().__init__()
        self.lookup = nn.Embedding(words, width, padding_idx=pad)
        nn.init.normal_(self.lookup.weight, std=1 / math.sqrt(width))
        if pad is not None:
            nn.init.zeros_(self.lookup.weight[pad])
        self.output = nn.Linear(width, words, bias=False)
        self.output.weight = self.lookup.weight
        hidden = torch.zeros(words)
        if pad is not None:
            hidden[pad] = -math.inf
        self.register_buffer("hidden", hidden)

    def forward(self, tokens):
        return math.sqrt(self.lookup.embedding_dim) * self.lookup(tokens)

    def logits(self, hidden):
        return torch.where(self.hidden.isinf(), self.hidden, self.output(hidden))
