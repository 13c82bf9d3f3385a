"""A linear layer with a low-rank correction beside it, which can be written into the weight and taken out again."""

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, linear, rank, alpha):
        super().__init__()
        self.linear = linear.requires_grad_(False)
        weight = linear.weight
        self.A = nn.Parameter(torch.randn(rank, weight.shape[1], dtype=weight.dtype))
        self.B = nn.Parameter(torch.zeros(weight.shape[0], rank, dtype=weight.dtype))
        self.scale = alpha / rank
        self.merged = False

    def forward(self, x):
        base = self.linear(x)
        if self.merged:
            return base
        return base + x @ self.A.T @ self.B.T * self.scale

    def merge(self):
        if not self.merged:
            self.linear.weight += self.scale * self.B.detach() @ self.A.detach()
            self.merged = True

    def unmerge(self):
        if self.merged:
            self.linear.weight -= self.scale * self.B.detach() @ self.A.detach()
            self.merged = False
