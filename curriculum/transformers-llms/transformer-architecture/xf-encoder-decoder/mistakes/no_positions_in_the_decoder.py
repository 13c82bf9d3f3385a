"""No positions in the decoder

Your decoder's input has no positions. Under a causal mask it can count a little, but it does not know where it stands.
"""

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
        x = x + self.attention(self.norm1(x), mask=causal)[0]
        x = x + self.cross(self.norm2(x), memory, mask=visible)[0]
        x = x + self.down(F.gelu(self.up(self.norm3(x))))
        return x


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
        b, n = source.shape
        m = target.shape[1]
        real = padding_mask(lengths, n).view(b, 1, 1, n)
        memory = self.embed(source)
        for layer in self.encoder:
            memory = layer(memory, mask=real)
        memory = self.encoder_norm(memory)
        first = torch.full((b, 1), self.start)
        inputs = torch.cat([first, target[:, :-1]], dim=1)
        x = self.tokens(inputs)
        causal = causal_mask(m).view(1, 1, m, m)
        for layer in self.decoder:
            x = layer(x, memory, causal, real)
        return self.tokens.logits(self.decoder_norm(x))

    def embed(self, ids, start=0):
        vectors = self.tokens(ids)
        n, width = vectors.shape[1], vectors.shape[2]
        return vectors + torch.tensor(sinusoidal_positions(n, width, start), dtype=torch.float32)
