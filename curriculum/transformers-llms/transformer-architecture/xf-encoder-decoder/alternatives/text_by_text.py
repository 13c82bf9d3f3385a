"""Text by text without padding, so that no padding mask is needed."""

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
        y = self.attention(self.norm1(x), None, causal)[0] + x
        y = self.cross(self.norm2(y), memory, visible)[0] + y
        h = self.up(self.norm3(y))
        return y + self.down(h * 0.5 * (1 + torch.erf(h / 2**0.5)))


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
        rows = []
        for text, length, answer in zip(source, lengths.tolist(), target):
            memory = self.stream(text[:length])
            for block in self.encoder:
                memory = block(memory)
            memory = self.encoder_norm(memory)
            x = self.stream(torch.cat([torch.tensor([self.start]), answer])[:-1])
            mask = torch.ones(1, 1, len(answer), len(answer)).tril() > 0
            for block in self.decoder:
                x = block(x, memory, mask, torch.ones(1, 1, 1, length) > 0)
            rows.append(self.tokens.logits(self.decoder_norm(x)))
        return torch.cat(rows)

    def stream(self, ids):
        x = self.tokens(ids[None])
        return x + torch.tensor(sinusoidal_positions(x.shape[1], x.shape[2]).tolist())
