"""Rates, and continued pre-training of the base model in data/base.npz on two texts (data/LICENSE)."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import answer

LETTERS = "\n" + "".join(chr(c) for c in range(32, 127) if not chr(c).isupper())


def rates(places, steps, before):
    """The rates at some steps."""
    return [answer.rate(step, steps, before) for step in places]


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        b, n, w = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        x = x + self.out(F.scaled_dot_product_attention(q, k, v, is_causal=True).transpose(1, 2).reshape(b, n, w))
        return x + self.down(F.relu(self.up(self.norm2(x))))


class GPT(nn.Module):
    def __init__(self, words=70, width=64, heads=4, layers=2, context=48):
        super().__init__()
        self.tokens, self.places = nn.Embedding(words, width), nn.Embedding(context, width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        nn.init.normal_(self.tokens.weight, std=0.1)
        nn.init.normal_(self.places.weight, std=0.1)

    def forward(self, ids):
        x = self.tokens(ids) + self.places.weight[: ids.shape[1]]
        for block in self.blocks:
            x = block(x)
        return self.norm(x) @ self.tokens.weight.T


def base_model():
    """The base model with its weights."""
    model = GPT()
    with np.load("data/base.npz") as found:
        model.load_state_dict({name: torch.from_numpy(found[name]).float() for name in found.files})
    return model


def text(name):
    """A text as windows of 48 token numbers."""
    with open(f"data/{name}.txt", encoding="ascii", newline="") as file:
        ids = [LETTERS.index(c) for c in file.read()]
    return [ids[i : i + 48] for i in range(0, len(ids) - 47, 48)]


def adapted(domain, general, each, before, steps):
    """The logits of the adapted model for hidden windows of both kinds, and whether it looks ahead."""
    model = answer.adapt(base_model(), text("python"), text("hamlet"), each, before, steps)
    if not isinstance(model, nn.Module):
        raise TypeError(f"adapt must return a torch module, not {type(model).__name__}")
    model.eval()
    with torch.no_grad():
        found = {"domain": model(domain), "general": model(general)}
        other = torch.cat([domain[:, :25], (domain[:, 25:] + 1) % 70], dim=1)
        ahead = not torch.allclose(found["domain"][:, :25], model(other)[:, :25], atol=1e-4)
    return {**found, "sees_later": ahead}
