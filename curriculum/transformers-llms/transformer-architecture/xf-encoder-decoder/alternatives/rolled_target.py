"""The target rolled and its first place overwritten; masks expanded."""

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
        x = x + self.attention(self.norm1(x), self.norm1(x), causal)[0]
        x = x + self.cross(self.norm2(x), memory, visible)[0]
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
        moved = target.roll(1, dims=1)
        moved[:, 0] = self.start
        keys = padding_mask(lengths, source.size(1))
        square = keys[:, None, None, :].expand(-1, 1, source.size(1), -1)
        across = keys[:, None, None, :].expand(-1, 1, target.size(1), -1)
        places = torch.tensor(sinusoidal_positions(max(source.size(1), target.size(1)), self.encoder_norm.weight.numel()), dtype=torch.float32)
        memory = self.tokens(source) + places[: source.size(1)]
        x = self.tokens(moved) + places[: target.size(1)]
        for block in self.encoder:
            memory = block(memory, square)
        memory = self.encoder_norm(memory)
        for block in self.decoder:
            x = block(x, memory, causal_mask(target.size(1)).expand(len(x), 1, -1, -1), across)
        return self.tokens.logits(self.decoder_norm(x))
