"""Token embeddings whose table is also the output layer."""

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    """One table for lookup and output."""

    def __init__(self, words, width, pad=None):
        super().__init__()
        raise NotImplementedError

    def forward(self, tokens):
        """Vectors (..., width) of tokens (...)."""
        raise NotImplementedError

    def logits(self, hidden):
        """Scores (..., words) of vectors (..., width)."""
        raise NotImplementedError
