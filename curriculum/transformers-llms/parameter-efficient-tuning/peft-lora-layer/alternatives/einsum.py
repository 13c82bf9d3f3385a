"""Sums written out by einsum"""

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, linear, rank, alpha):
        super().__init__()
        linear.weight.requires_grad_(False)
        if linear.bias is not None:
            linear.bias.requires_grad_(False)
        self.linear, self.merged = linear, False
        self.A = nn.Parameter(torch.randn_like(linear.weight[:1].expand(rank, -1)) / rank)
        self.B = nn.Parameter(torch.zeros_like(linear.weight[:, :1]).repeat(1, rank))
        self.s = torch.tensor(alpha / rank, dtype=linear.weight.dtype)

    def forward(self, x):
        y = self.linear(x)
        if not self.merged:
            y = y + self.s * torch.einsum("...i,ri,or->...o", x, self.A, self.B)
        return y

    def _move(self, sign):
        self.linear.weight.data += sign * self.s * torch.einsum("or,ri->oi", self.B.data, self.A.data)
        self.merged = sign > 0

    def merge(self):
        if not self.merged:
            self._move(1)

    def unmerge(self):
        if self.merged:
            self._move(-1)
