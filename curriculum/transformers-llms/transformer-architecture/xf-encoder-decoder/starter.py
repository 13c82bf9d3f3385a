"""A complete encoder-decoder transformer."""

import torch
from torch import nn
from torch.nn import functional as F

from earlier.att_masks import causal_mask, padding_mask
from earlier.att_multi_head import MultiHeadAttention
from earlier.xf_block import Block
from earlier.xf_embeddings import TokenEmbedding
from earlier.xf_sinusoidal_positions import sinusoidal_positions


class DecoderBlock(nn.Module):
    """Causal self-attention, cross-attention to the memory, feed-forward; pre-norm."""

    def __init__(self, width, heads, hidden):
        super().__init__()
        make = MultiHeadAttention
        self.attention, self.cross = make(width, heads), make(width, heads)
        self.norm1 = nn.LayerNorm(width)
        self.norm2 = nn.LayerNorm(width)
        self.norm3 = nn.LayerNorm(width)
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)

    def forward(self, x, memory, causal, visible):
        """The block's output, of the shape of x."""
        raise NotImplementedError


class Transformer(nn.Module):
    """Encoder and decoder over one table of tokens."""

    def __init__(self, words, width, heads, hidden, layers, pad=0, start=1):
        super().__init__()
        self.start = start
        self.tokens = TokenEmbedding(words, width, pad=pad)
        self.encoder = nn.ModuleList([Block(width, heads, hidden) for _ in range(layers)])
        self.decoder = nn.ModuleList([DecoderBlock(width, heads, hidden) for _ in range(layers)])
        self.encoder_norm = nn.LayerNorm(width)
        self.decoder_norm = nn.LayerNorm(width)

    def forward(self, source, lengths, target):
        """Logits (b, m, words) of the target tokens."""
        raise NotImplementedError
