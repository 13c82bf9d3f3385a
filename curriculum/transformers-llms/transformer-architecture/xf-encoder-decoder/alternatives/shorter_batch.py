"""Encode and decode as methods; padding beyond the longest source cut off; positions row by row."""

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
        self.attention = MultiHeadAttention(width, heads)
        self.cross = MultiHeadAttention(width, heads)
        self.norm1, self.norm2, self.norm3 = (nn.LayerNorm(width) for _ in range(3))
        self.up, self.down = nn.Linear(width, hidden), nn.Linear(hidden, width)

    def forward(self, x, memory, causal, visible):
        return self._feed(self._look(x + self.attention(self.norm1(x), mask=causal)[0], memory, visible))

    def _look(self, x, memory, visible):
        return x + self.cross(self.norm2(x), memory, visible)[0]

    def _feed(self, x):
        return x + self.down(F.gelu(self.up(self.norm3(x))))


class Transformer(nn.Module):
    """Encoder and decoder over one table of tokens."""

    def __init__(self, words, width, heads, hidden, layers, pad=0, start=1):
        super().__init__()
        self.start = start
        self.tokens = TokenEmbedding(words, width, pad)
        self.encoder = nn.ModuleList(Block(width, heads, hidden) for _ in range(layers))
        self.decoder = nn.ModuleList(DecoderBlock(width, heads, hidden) for _ in range(layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(width), nn.LayerNorm(width)

    def forward(self, source, lengths, target):
        return self.decode(target, *self.encode(source, lengths))

    def encode(self, source, lengths):
        longest = int(lengths.max())
        real = padding_mask(lengths, longest)[:, None, None]
        x = self._positions(self.tokens(source[:, :longest]))
        for block in self.encoder:
            x = block(x, mask=real)
        return self.encoder_norm(x), real

    def decode(self, target, memory, real):
        read = torch.empty_like(target)
        read[:, 0], read[:, 1:] = self.start, target[:, :-1]
        x = self._positions(self.tokens(read))
        later = torch.arange(x.shape[1])[:, None] < torch.arange(x.shape[1])
        for block in self.decoder:
            x = block(x, memory, ~later[None, None], real)
        return self.tokens.logits(self.decoder_norm(x))

    @staticmethod
    def _positions(x):
        rows = [torch.from_numpy(sinusoidal_positions(1, x.shape[-1], start=i)[0]) for i in range(x.shape[1])]
        return x + torch.stack(rows).to(x)
