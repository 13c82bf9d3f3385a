"""One transformer block around the multi-head attention of an earlier step."""

from torch import nn

from earlier.att_multi_head import MultiHeadAttention


class Block(nn.Module):
    """Attention, then feed-forward; each adds to the stream."""

    def __init__(self, width, heads, hidden, dropout=0.0, pre_norm=True):
        super().__init__()
        self.attention = MultiHeadAttention(width, heads)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, hidden), nn.Linear(hidden, width)
        self.gelu, self.drop = nn.GELU(), nn.Dropout(dropout)
        self.pre_norm = pre_norm

    def forward(self, x, mask=None):
        x = self._add(x, self.norm1, lambda h: self.attention(h, mask=mask)[0])
        return self._add(x, self.norm2, lambda h: self.down(self.gelu(self.up(h))))

    def _add(self, x, norm, part):
        if self.pre_norm:
            return x + self.drop(part(norm(x)))
        return norm(x + self.drop(part(x)))
