"""A loop over the heads, each with its rows of the weight matrices."""

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, width, heads):
        if width % heads > 0:
            raise ValueError("width must be a multiple of heads")
        super().__init__()
        self.q, self.k = nn.Linear(width, width), nn.Linear(width, width)
        self.v, self.out = nn.Linear(width, width), nn.Linear(width, width)
        self.cuts = [slice(i, i + width // heads) for i in range(0, width, width // heads)]

    def forward(self, x, context=None, mask=None):
        source = context if context is not None else x
        results, shares = [], []
        for i, cut in enumerate(self.cuts):
            q, k, v = (nn.functional.linear(t, f.weight[cut], f.bias[cut]) for t, f in ((x, self.q), (source, self.k), (source, self.v)))
            s = torch.einsum("bnd,bmd->bnm", q, k) * (cut.stop - cut.start) ** -0.5
            if mask is not None:
                seen = mask.expand(mask.shape[0], len(self.cuts), *mask.shape[2:])[:, i]
                s = torch.where(seen, s, torch.tensor(-torch.inf))
            p = torch.nan_to_num(torch.softmax(s, dim=-1), nan=0.0)
            shares.append(p)
            results.append(p @ v)
        return self.out(torch.cat(results, dim=-1)), torch.stack(shares, dim=1)
