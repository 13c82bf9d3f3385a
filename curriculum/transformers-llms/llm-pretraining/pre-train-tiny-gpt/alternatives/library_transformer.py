"""torch's own encoder layer with a causal mask, letters of the two places before as a start."""

import math

import torch
from torch import nn


def windows(ids, length, held):
    train = ids[:-held].unfold(0, length, 1)
    valid = ids[-held:][: held - held % length].reshape(-1, length)
    return train.clone(), valid.clone()


class Small(nn.Module):
    def __init__(self, words, context):
        super().__init__()
        self.rows = nn.ModuleList(nn.Embedding(words + 1, 32) for _ in range(3))
        self.places = nn.Parameter(torch.zeros(context, 32))
        self.layer = nn.TransformerEncoderLayer(32, 2, 96, dropout=0.0, activation="gelu", batch_first=True, norm_first=True)
        self.head = nn.Linear(32, words)
        self.words = words

    def forward(self, ids):
        n = ids.shape[1]
        x = self.places[:n]
        for back, rows in enumerate(self.rows):
            moved = nn.functional.pad(ids, (back, 0), value=self.words)[:, :n]
            x = x + rows(moved)
        hidden = torch.full((n, n), -math.inf).triu(1)
        return self.head(self.layer(x, src_mask=hidden))


def make_model(words, context):
    return Small(words, context)


def pretrain(ids, words, context):
    torch.manual_seed(0)
    model = make_model(words, context)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-2, betas=(0.9, 0.98))
    total = 300
    for step in range(total):
        for group in optimiser.param_groups:
            group["lr"] = 1e-2 * min(1, (step + 1) / 30, (total - step) / 150)
        at = torch.randint(0, len(ids) - context - 1, (32,))
        text = torch.stack([ids[i : i + context + 1] for i in at.tolist()])
        loss = nn.functional.cross_entropy(model(text[:, :-1]).reshape(-1, words), text[:, 1:].reshape(-1))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
    return model
