"""The supplied model (data/LICENSE), small random ones of the same build, and what the answer makes of them."""

import numpy as np
import torch
from torch import nn

import answer

LETTERS = " abcdefghijklmnopqrstuvwxyzCRDEM="  # 0 pads
LONGEST, STEPS, BATCH = 5, 120, 16


class Block(nn.Module):
    """Attention and a small network, each behind a norm."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x):
        b, n, d = x.shape
        h = self.norm1(x)
        q, k, v = (f(h).view(b, n, self.heads, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        y = nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.o(y.transpose(1, 2).reshape(b, n, d))
        return x + self.down(nn.functional.relu(self.up(self.norm2(x))))


class Model(nn.Module):
    """A GPT with one linear layer for each of q, k, v, o, up and down."""

    def __init__(self, words, context, width, heads, inner, blocks):
        super().__init__()
        self.tokens, self.places = nn.Embedding(words, width), nn.Embedding(context, width)
        self.blocks = nn.ModuleList(Block(width, heads, inner) for _ in range(blocks))
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, words)

    def forward(self, ids):
        x = self.tokens(ids) + self.places.weight[: ids.shape[1]]
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x))


def base():
    """The supplied model, as new each time."""
    model = Model(len(LETTERS), 15, 96, 4, 192, 2)
    with np.load("data/copyist.npz", allow_pickle=False) as file:
        model.load_state_dict({name: torch.from_numpy(file[name] * file[name + "/scale"]) for name in model.state_dict()})
    return model


def small(sizes, seed):
    """A random model; the same for the same seed."""
    torch.manual_seed(seed)
    return Model(*sizes)


def _trainable(model):
    return [p for p in model.parameters() if p.requires_grad]


def _kept(before, model):
    """Does each tensor of the base still stand in the model, with its values?"""
    after = list(model.parameters())
    return all(any(p.shape == q.shape and torch.equal(p, q) for q in after) for p in before)


def counted(sizes, seed, frozen):
    """counts of a plain model of which the first parameters are frozen."""
    model = small(sizes, seed)
    for p in list(model.parameters())[:frozen]:
        p.requires_grad_(False)
    return [int(n) for n in answer.counts(model)]


def adapted(sizes, seed, names, rank, ids):
    """What is trainable after adapt, and whether the outputs are those of before."""
    model = small(sizes, seed)
    before, old = model(ids).detach(), [p.detach().clone() for p in model.parameters()]
    model = answer.adapt(model, list(names), rank)
    after = model(ids)
    after.pow(2).mean().backward()
    return {
        "the same output": int(torch.allclose(before, after, atol=1e-5)), "the base kept": int(_kept(old, model)),
        "trainable shapes": sorted(list(p.shape) for p in _trainable(model)), "counts": [int(n) for n in answer.counts(model)],
        "with gradient": sum(p.grad is not None for p in model.parameters()),
    }


def saved(sizes, seed, names, rank, ids):
    """An adapter with values, saved, then the model changed, and the adapter loaded onto a new base."""
    model = answer.adapt(small(sizes, seed), list(names), rank)
    draw = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for p in _trainable(model):
            p.copy_(torch.randn(p.shape, generator=draw) * 0.3)
        wanted = model(ids)
    state = answer.adapter_state(model)
    with torch.no_grad():
        for p in _trainable(model):
            p.add_(1.0)
        loaded = answer.load_adapter(small(sizes, seed), state)
        found = loaded(ids)
    return {"keys": sorted(state), "shapes": [list(state[k].shape) for k in sorted(state)], "as when it was saved": int(torch.allclose(found, wanted, atol=1e-4)),
            "with gradient graph": sum(bool(v.requires_grad) for v in state.values())}  # fmt: skip


def loaded(sizes, seed, state, ids):
    """The logits of a base with a given adapter, and what would be trained from there on."""
    old = [p.detach().clone() for p in small(sizes, seed).parameters()]
    model = answer.load_adapter(small(sizes, seed), dict(state))
    return {"logits": model(ids).detach(), "counts": [int(n) for n in answer.counts(model)], "the base kept": int(_kept(old, model))}


def _batches(seed):
    """STEPS pairs (ids, labels) of the new task: M, the word, =, the word with its first letter at the end, =."""
    with open("data/words.txt", encoding="ascii") as file:
        words = file.read().split()
    draw = np.random.default_rng(seed)
    found = []
    for _ in range(STEPS):
        ids = torch.zeros(BATCH, 2 * LONGEST + 3, dtype=torch.int64)
        labels = torch.full_like(ids, -100)
        for row, i in enumerate(draw.choice(len(words), BATCH, replace=False)):
            word, n = words[i], len(words[i])
            ids[row, : 2 * n + 3] = torch.tensor([LETTERS.index(c) for c in f"M{word}={word[1:]}{word[0]}="])
            labels[row, n + 1 : 2 * n + 2] = ids[row, n + 2 : 2 * n + 3]
        found.append((ids, labels))
    return found


def write(model, prompts, lengths):
    """The LONGEST + 1 likeliest letters behind each prompt, one after the other."""
    rows = torch.arange(len(prompts))
    ids = torch.cat([prompts, torch.zeros(len(prompts), LONGEST + 1, dtype=torch.int64)], dim=1)
    written = torch.zeros(len(prompts), LONGEST + 1, dtype=torch.int64)
    for t in range(LONGEST + 1):
        at = lengths - 1 + t
        written[:, t] = model(ids[:, : int(at.max()) + 1])[rows, at].argmax(-1)
        ids[rows, at + 1] = written[:, t]
    return written


def trained(seed, prompts, lengths):
    """Train with the answer, save, load onto a new base, and write behind hidden prompts."""
    model = answer.tune(base(), _batches(seed))
    trainable, old = sum(p.numel() for p in _trainable(model)), list(base().parameters())
    state = answer.adapter_state(model)
    fresh = answer.load_adapter(base(), {k: v.clone() for k, v in state.items()}).eval()
    total = sum(p.numel() for p in old)
    with torch.no_grad():
        return {"trainable": trainable / total, "saved": sum(v.numel() for v in state.values()) / total, "the base kept": int(_kept(old, model)),
                "written": write(fresh, prompts, lengths)}  # fmt: skip
