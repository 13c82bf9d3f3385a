"""Einsum with the head as an axis of the projected tensors, no transposes."""

import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        if width % heads != 0:
            raise ValueError(width, heads)
        self.h = heads
        self.q = nn.Linear(width, width)
        self.k = nn.Linear(width, width)
        self.v = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def forward(self, x, context=None, mask=None):
        c = x if context is None else context
        q = self.q(x).reshape(*x.shape[:2], self.h, -1)
        k = self.k(c).reshape(*c.shape[:2], self.h, -1)
        v = self.v(c).reshape(*c.shape[:2], self.h, -1)
        s = torch.einsum("bihd,bjhd->bhij", q / math.sqrt(q.shape[-1]), k)
        if mask is None:
            w = s.softmax(-1)
        else:
            s = s.masked_fill(mask.logical_not(), -torch.inf)
            top = s.amax(-1, keepdim=True).detach().clamp(min=-1e30)
            e = (s - top).exp()
            w = e / e.sum(-1, keepdim=True).clamp(min=1e-20)
        return self.out(torch.einsum("bhij,bjhd->bihd", w, v).flatten(-2)), w
