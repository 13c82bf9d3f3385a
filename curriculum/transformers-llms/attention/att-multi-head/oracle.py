"""torch.nn.MultiheadAttention with the same weights; rows that see nothing are set by the rule."""

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        if width / heads != width // heads:
            raise ValueError("does not fit")
        self.width, self.heads = width, heads
        for name in ("q", "k", "v", "out"):
            setattr(self, name, nn.Linear(width, width))

    def forward(self, x, context=None, mask=None):
        source = x if context is None else context
        b, n, m = x.shape[0], x.shape[1], source.shape[1]
        hidden = None
        if mask is not None:
            hidden = ~mask.expand(b, self.heads, n, m).reshape(b * self.heads, n, m)
        output, weights = nn.functional.multi_head_attention_forward(
            x.transpose(0, 1), source.transpose(0, 1), source.transpose(0, 1), self.width, self.heads,
            torch.cat([self.q.weight, self.k.weight, self.v.weight]), torch.cat([self.q.bias, self.k.bias, self.v.bias]),
            None, None, False, 0.0, self.out.weight, self.out.bias, attn_mask=hidden, average_attn_weights=False)
        output = output.transpose(0, 1)
        if hidden is not None:
            blind = hidden.view(b, self.heads, n, m).all(-1)
            weights = torch.where(blind[..., None], 0.0, weights)
            values = self.v(source).unflatten(-1, (self.heads, -1))  # the library gives NaN where a head is blind: there, head by head
            summed = torch.stack([weights[:, h] @ values[:, :, h] for h in range(self.heads)], 2).flatten(2)
            output = torch.where(blind.any(1)[..., None], self.out(summed), output)
        return output, weights
