"""Gather along the rows; the products as a sum, word by word."""

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, words, width, pad=None):
        super().__init__()
        with torch.no_grad():
            t = torch.randn(words, width).div_(torch.tensor(float(width)).sqrt())
            if pad is not None:
                t[pad].fill_(0.0)
        self.t, self.pad = nn.Parameter(t), pad

    def forward(self, tokens):
        flat = tokens.flatten()
        index = flat[:, None].expand(-1, self.t.shape[1])
        rows = torch.gather(self.t, 0, index)
        if self.pad is not None:
            rows = torch.where((flat == self.pad)[:, None], torch.zeros_like(rows), rows)
        return (rows * self.t.shape[1] ** 0.5).reshape(*tokens.shape, self.t.shape[1])

    def logits(self, hidden):
        words = [(hidden * row).sum(-1) if i != self.pad else torch.full(hidden.shape[:-1], -torch.inf) for i, row in enumerate(self.t)]
        return torch.stack(words, dim=-1)
