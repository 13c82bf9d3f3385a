"""A hook on the parameter strikes the padding row's gradient out, whichever way it came."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, words, width, pad=None):
        super().__init__()
        self.w = nn.Parameter(nn.init.normal_(torch.empty(words, width), std=1.0 / math.sqrt(width)))
        self.pad = pad
        if pad is not None:
            self.w.data[pad].zero_()
            self.w.register_hook(self._strike)

    def _strike(self, gradient):
        gradient = gradient.clone()
        gradient[self.pad] = 0
        return gradient

    def forward(self, tokens):
        return torch.index_select(self.w, 0, tokens.reshape(-1)).view(*tokens.shape, -1).mul(math.sqrt(self.w.size(1)))

    def logits(self, hidden):
        out = torch.matmul(hidden, self.w.t())
        if self.pad is None:
            return out
        mask = torch.zeros(out.shape[-1])
        mask[self.pad] = -math.inf
        return out + mask
