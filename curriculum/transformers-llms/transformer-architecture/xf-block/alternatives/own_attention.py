"""Attention written anew with the library's scaled dot-product function, norms by hand."""

import math

import torch
from torch import nn


class _Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.h = heads
        for name in ("q", "k", "v", "out"):
            setattr(self, name, nn.Linear(width, width))

    def forward(self, x, mask):
        q, k, v = (f(x).unflatten(-1, (self.h, -1)).transpose(1, 2) for f in (self.q, self.k, self.v))
        return self.out(nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).flatten(2))


def _norm(layer, x):
    centred = x - x.mean(-1, keepdim=True)
    return centred * torch.rsqrt(centred.square().mean(-1, keepdim=True) + layer.eps) * layer.weight + layer.bias


class Block(nn.Module):
    def __init__(self, width, heads, hidden, dropout=0.0, pre_norm=True):
        super().__init__()
        self.attention = _Attention(width, heads)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, hidden), nn.Linear(hidden, width)
        self.drop_attention, self.drop_forward = nn.Dropout(dropout), nn.Dropout(dropout)
        self.forward = self._pre if pre_norm else self._post

    def _feed(self, x):
        h = self.up(x)
        return self.drop_forward(self.down(h * 0.5 * (1 + torch.erf(h / math.sqrt(2)))))

    def _pre(self, x, mask=None):
        x = x + self.drop_attention(self.attention(_norm(self.norm1, x), mask))
        return x + self._feed(_norm(self.norm2, x))

    def _post(self, x, mask=None):
        x = _norm(self.norm1, x + self.drop_attention(self.attention(x, mask)))
        return _norm(self.norm2, x + self._feed(x))
