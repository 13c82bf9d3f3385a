"""The decoder is run again for every place, as in generation."""

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
        for norm, part in ((self.norm1, lambda t: self.attention(t, None, causal)), (self.norm2, lambda t: self.cross(t, memory, visible))):
            x = torch.add(x, part(norm(x))[0])
        return torch.add(x, self.down(nn.GELU()(self.up(self.norm3(x)))))


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
        memory = self.remember(source, lengths)
        seen = torch.arange(source.shape[1])[None] < lengths[:, None]
        read = torch.full_like(target, self.start)
        outputs = []
        for place in range(target.shape[1]):
            if place:
                read[:, place] = target[:, place - 1]
            x = self.place(self.tokens(read[:, : place + 1].clone()))
            for block in self.decoder:
                x = block(x, memory, causal_mask(place + 1)[None, None], seen[:, None, None])
            outputs.append(self.tokens.logits(self.decoder_norm(x[:, -1])))
        return torch.stack(outputs, dim=1)

    def remember(self, source, lengths):
        x = self.place(self.tokens(source))
        for block in self.encoder:
            x = block(x, (torch.arange(source.shape[1])[None] < lengths[:, None])[:, None, None])
        return self.encoder_norm(x)

    def place(self, x):
        return x + torch.as_tensor(sinusoidal_positions(x.shape[1], x.shape[2])).to(x.dtype)
