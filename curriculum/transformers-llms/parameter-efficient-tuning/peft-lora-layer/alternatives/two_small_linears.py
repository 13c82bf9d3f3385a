"""Two small linear layers inside"""

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, linear, rank, alpha):
        super().__init__()
        kind = {"bias": False, "dtype": linear.weight.dtype}
        self.down, self.up = nn.Linear(linear.in_features, rank, **kind), nn.Linear(rank, linear.out_features, **kind)
        nn.init.normal_(self.down.weight, std=0.05)
        nn.init.zeros_(self.up.weight)
        self.linear = linear
        for p in self.linear.parameters():
            p.requires_grad_(False)
        self.factor = float(alpha) / rank
        self.merged = False

    @property
    def A(self):
        return self.down.weight

    @property
    def B(self):
        return self.up.weight

    def forward(self, x):
        if self.merged:
            return self.linear(x)
        return self.linear(x) + self.up(self.down(x)) * self.factor

    def merge(self):
        with torch.no_grad():
            if not self.merged:
                self.linear.weight += self.up.weight @ self.down.weight * self.factor
        self.merged = True

    def unmerge(self):
        with torch.no_grad():
            if self.merged:
                self.linear.weight -= self.up.weight @ self.down.weight * self.factor
        self.merged = False
