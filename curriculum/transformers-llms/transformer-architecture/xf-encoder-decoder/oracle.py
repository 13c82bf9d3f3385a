"""torch.nn.Transformer with the same weights; positions by the closed formula."""

import math

import torch
from torch import nn
from torch.func import functional_call


def _four(width):
    return nn.ModuleDict({k: nn.Linear(width, width) for k in ("q", "k", "v", "out")})


def _part(width, hidden, attentions, norms):
    parts = {name: _four(width) for name in attentions} | {f"norm{i}": nn.LayerNorm(width) for i in range(1, norms + 1)}
    return nn.ModuleDict(parts | {"up": nn.Linear(width, hidden), "down": nn.Linear(hidden, width)})


class Transformer(nn.Module):
    def __init__(self, words, width, heads, hidden, layers, pad=0, start=1):
        super().__init__()
        self.tokens = nn.Embedding(words, width, padding_idx=pad)
        self.encoder = nn.ModuleList(_part(width, hidden, ["attention"], 2) for _ in range(layers))
        self.decoder = nn.ModuleList(_part(width, hidden, ["attention", "cross"], 3) for _ in range(layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.pad, self.start = pad, start
        self.whole = [nn.Transformer(width, heads, layers, layers, hidden, 0.0, "gelu", batch_first=True, norm_first=True)]

    def _weights(self):
        found = {}
        for tower, parts in (("encoder", self.encoder), ("decoder", self.decoder)):
            for i, part in enumerate(parts):
                at = f"{tower}.layers.{i}"
                for mine, theirs in (("attention", "self_attn"), ("cross", "multihead_attn")):
                    if mine in part:
                        for kind in ("weight", "bias"):
                            found[f"{at}.{theirs}.in_proj_{kind}"] = torch.cat([getattr(part[mine][k], kind) for k in "qkv"])
                            found[f"{at}.{theirs}.out_proj.{kind}"] = getattr(part[mine]["out"], kind)
                for mine, theirs in (("up", "linear1"), ("down", "linear2"), ("norm1", "norm1"), ("norm2", "norm2"), ("norm3", "norm3")):
                    if mine in part:
                        found |= {f"{at}.{theirs}.{kind}": getattr(part[mine], kind) for kind in ("weight", "bias")}
            norm = self.encoder_norm if tower == "encoder" else self.decoder_norm
            found |= {f"{tower}.norm.{kind}": getattr(norm, kind) for kind in ("weight", "bias")}
        return found

    def _embed(self, ids):
        width = self.tokens.embedding_dim
        angle = torch.arange(ids.shape[1])[:, None] / torch.pow(10000.0, torch.arange(width) // 2 * 2 / width)
        places = torch.where(torch.arange(width) % 2 == 0, angle.sin(), angle.cos())
        return self.tokens(ids) * math.sqrt(width) + places

    def forward(self, source, lengths, target):
        hidden = torch.arange(source.shape[1]) >= lengths[:, None]
        moved = torch.cat([torch.full_like(target[:, :1], self.start), target[:, :-1]], dim=1)
        later = torch.ones(target.shape[1], target.shape[1], dtype=torch.bool).triu(1)
        x = functional_call(self.whole[0], self._weights(), (self._embed(source), self._embed(moved)),
                            {"tgt_mask": later, "src_key_padding_mask": hidden, "memory_key_padding_mask": hidden})
        scores = x @ self.tokens.weight.T
        return scores.masked_fill(torch.arange(scores.shape[-1]) == self.pad, -math.inf)
