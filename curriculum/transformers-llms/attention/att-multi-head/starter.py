"""Multi-head attention, for self- and cross-attention."""

import torch
from torch import nn

from earlier.att_scaled_dot_product import attention


class MultiHeadAttention(nn.Module):
    """Linear layers q, k, v and out; heads side by side."""

    def __init__(self, width, heads):
        super().__init__()
        raise NotImplementedError

    def forward(self, x, context=None, mask=None):
        """Return (output (b, n, width), weights (b, heads, n, m)); mask is True where a key may be seen."""
        raise NotImplementedError
