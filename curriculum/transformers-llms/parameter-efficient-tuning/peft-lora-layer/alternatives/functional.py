"""One call of linear with a summed weight"""

import torch
import torch.nn.functional as F


class LoRALinear(torch.nn.Module):
    def __init__(self, linear, rank, alpha):
        super().__init__()
        for p in linear.parameters():
            p.requires_grad = False
        self.linear = linear
        self.rank, self.alpha = rank, alpha
        new = linear.weight.new_empty
        self.A = torch.nn.Parameter(new(rank, linear.in_features).uniform_(-0.3, 0.3))
        self.B = torch.nn.Parameter(new(linear.out_features, rank).zero_())
        self.merged = False

    def delta(self):
        return (self.B @ self.A) * (self.alpha / self.rank)

    def forward(self, x):
        weight = self.linear.weight if self.merged else self.linear.weight + self.delta()
        return F.linear(x, weight, self.linear.bias)

    @torch.no_grad()
    def merge(self):
        if self.merged:
            return
        self.linear.weight.add_(self.delta())
        self.merged = True

    @torch.no_grad()
    def unmerge(self):
        if not self.merged:
            return
        self.linear.weight.sub_(self.delta())
        self.merged = False
