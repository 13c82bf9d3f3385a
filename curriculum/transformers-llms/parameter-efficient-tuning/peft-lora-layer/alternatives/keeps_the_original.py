"""Keeps a copy of the weight while merged"""

import math

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, linear, rank, alpha):
        super().__init__()
        self.linear = linear
        self.linear.weight.requires_grad = False
        if linear.bias is not None:
            self.linear.bias.requires_grad = False
        out, inputs = linear.weight.shape
        self.A = nn.Parameter(torch.empty((rank, inputs), dtype=linear.weight.dtype))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))
        self.register_parameter("B", nn.Parameter(torch.zeros((out, rank), dtype=linear.weight.dtype)))
        self.scaling = alpha / rank
        self.kept = None

    @property
    def merged(self):
        return self.kept is not None

    def forward(self, x):
        y = self.linear(x)
        return y if self.merged else y + self.scaling * ((x @ self.A.t()) @ self.B.t())

    def merge(self):
        if self.kept is None:
            with torch.no_grad():
                self.kept = self.linear.weight.clone()
                self.linear.weight.copy_(self.kept + self.scaling * torch.mm(self.B, self.A))

    def unmerge(self):
        if self.kept is not None:
            with torch.no_grad():
                self.linear.weight.copy_(self.kept)
            self.kept = None
