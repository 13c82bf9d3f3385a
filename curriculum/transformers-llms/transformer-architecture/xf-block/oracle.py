"""torch.nn.TransformerEncoderLayer with the same weights; dropout beside it, from the definition."""

import torch
from torch import nn
from torch.func import functional_call


class Block(nn.Module):
    def __init__(self, width, heads, hidden, dropout=0.0, pre_norm=True):
        super().__init__()
        self.attention = nn.ModuleDict({name: nn.Linear(width, width) for name in ("q", "k", "v", "out")})
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, hidden), nn.Linear(hidden, width)
        self.dropout, self.heads, self.pre = dropout, heads, pre_norm
        layer = nn.TransformerEncoderLayer(width, heads, hidden, 0.0, "gelu", batch_first=True, norm_first=pre_norm)
        layer.train()
        layer.dropout1.p = layer.dropout2.p = dropout
        self.layers = [layer]  # a list hides it from the parameters

    def forward(self, x, mask=None):
        a = self.attention
        weights = {
            "self_attn.in_proj_weight": torch.cat([a["q"].weight, a["k"].weight, a["v"].weight]),
            "self_attn.in_proj_bias": torch.cat([a["q"].bias, a["k"].bias, a["v"].bias]),
            "self_attn.out_proj.weight": a["out"].weight, "self_attn.out_proj.bias": a["out"].bias,
            "linear1.weight": self.up.weight, "linear1.bias": self.up.bias, "linear2.weight": self.down.weight, "linear2.bias": self.down.bias,
        }
        weights |= {f"{n}.{w}": getattr(getattr(self, n), w) for n in ("norm1", "norm2") for w in ("weight", "bias")}
        layer = self.layers[0]
        for part in (layer.dropout1, layer.dropout2):
            part.train(self.training)
        b, n, _ = x.shape
        hidden = None if mask is None else ~mask.expand(b, self.heads, n, n).reshape(b * self.heads, n, n)
        return functional_call(layer, weights, (x,), {"src_mask": hidden})
