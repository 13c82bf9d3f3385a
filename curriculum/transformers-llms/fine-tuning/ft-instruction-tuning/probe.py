"""Decoding on a model whose right output is known, and a tuning run of the base model in data/base.npz."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import answer

LETTERS = "abcdefghijklmnopqrstuvwxyz =,:\n."  # the dot ends an answer; the base model has never seen one
END, PAD = 31, 30

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
    def __init__(self, words=32, width=64, heads=4, layers=2, context=48):
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


class Scripted(nn.Module):
    """Its next token hangs on all tokens before; from place `stop` of its own writing on it says the end."""

    def __init__(self, seed, stop, start, end):
        super().__init__()
        self.table = torch.randn(12, 12, generator=torch.Generator().manual_seed(seed))
        self.stop, self.end, self.asked = start + stop - 1, end, 0

    def forward(self, ids):
        self.asked += 1
        state = (ids * torch.arange(2, ids.shape[1] + 2)).cumsum(1) % 12
        scores = self.table[state] - 100.0 * (torch.arange(12) == self.end)
        scores[:, self.stop :, self.end] += 500
        return scores


def written(seed, stop, prompt, end, most):
    """What the answer generates, from a model that ends after `stop - 1` tokens."""
    model = Scripted(seed, stop, len(prompt), end)
    found = answer.generate(model, list(prompt), end, most)
    if model.asked > most:
        raise RuntimeError(f"the model was asked {model.asked} times for at most {most} tokens")
    return found


@torch.no_grad()
def answers(model, prompts, most=16):
    """Greedy continuations with the end token if it comes, several prompts at a time."""
    model.eval()
    rows = [[LETTERS.index(c) for c in prompt] for prompt in prompts]
    ends, done = torch.tensor([len(row) for row in rows]), torch.zeros(len(rows), dtype=torch.bool)
    ids = torch.full((len(rows), max(map(len, rows)) + most), PAD)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
    every, now = torch.arange(len(rows)), ends.clone()
    for _ in range(most):
        best = model(ids[:, : int(now.max())])[every, now - 1].argmax(-1)
        ids[every[~done], now[~done]] = best[~done]
        now += ~done
        done |= best == END
        if done.all():
            break
    return ["".join(LETTERS[i] for i in row[a:b].tolist()) for row, a, b in zip(ids, ends, now)]


def tuned(rows, prompts, steps):
    """What the tuned model answers, and how often it ends."""
    pairs = [[[LETTERS.index(c) for c in part] for part in row] for row in rows]
    model = answer.finetune(base_model(), pairs, END, PAD, steps)
    if not isinstance(model, nn.Module):
        raise TypeError(f"finetune must return a torch module, not {type(model).__name__}")
    texts = answers(model, list(prompts))
    ended = sum(text.endswith(".") for text in texts)
    return {"texts": texts, "ended": ended}
