"""Two classes behind one name, chosen when the block is made."""

from torch import nn

from earlier import att_multi_head


class Block(nn.Module):
    def __new__(cls, width, heads, hidden, dropout=0.0, pre_norm=True):
        return super().__new__(_Pre if pre_norm else _Post)

    def __init__(self, width, heads, hidden, dropout=0.0, pre_norm=True):
        super().__init__()
        self.attention = att_multi_head.MultiHeadAttention(width, heads)
        self.norm1 = nn.LayerNorm(width)
        self.norm2 = nn.LayerNorm(width)
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)
        self.act = nn.GELU()
        self.drop = nn.Dropout(p=dropout)

    def feed(self, x):
        return self.drop(self.down(self.act(self.up(x))))

    def look(self, x, mask):
        return self.drop(self.attention(x, mask=mask)[0])


class _Pre(Block):
    def forward(self, x, mask=None):
        x = self.look(self.norm1(x), mask) + x
        return self.feed(self.norm2(x)) + x


class _Post(Block):
    def forward(self, x, mask=None):
        x = self.norm1(self.look(x, mask) + x)
        return self.norm2(self.feed(x) + x)
