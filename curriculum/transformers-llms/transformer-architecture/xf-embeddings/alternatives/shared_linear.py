"""nn.Embedding and nn.Linear made to hold the same parameter; columns joined around the padding."""

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, words, width, pad=None):
        super().__init__()
        self.inp = nn.Embedding(words, width, padding_idx=pad)
        self.out = nn.Linear(width, words, bias=False)
        self.inp.weight.data.mul_(width**-0.5)
        self.out.weight = self.inp.weight
        self.pad, self.width = pad, width

    def forward(self, tokens):
        return self.inp(tokens) * self.width**0.5

    def logits(self, hidden):
        s = self.out(hidden)
        if self.pad is None:
            return s
        return torch.cat([s[..., : self.pad], torch.full_like(s[..., :1], float("-inf")), s[..., self.pad + 1 :]], dim=-1)
