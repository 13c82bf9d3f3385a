"""One transformer block, in pre- or post-norm order."""

import torch
from torch import nn

from earlier.att_multi_head import MultiHeadAttention


class Block(nn.Module):
    """Attention and feed-forward, each with its norm, dropout and residual path."""

    def __init__(self, width, heads, hidden, dropout=0.0, pre_norm=True):
        super().__init__()
        raise NotImplementedError

    def forward(self, x, mask=None):
        """A tensor of the shape of x, (b, n, width)."""
        raise NotImplementedError
