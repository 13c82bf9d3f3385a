"""Causal convolutions with growing reach."""

import torch
import torch.nn.functional as F
from torch import nn


def windows(ids, length, held):
    train_text, valid_text = ids.split([len(ids) - held, held])
    whole = len(valid_text) // length
    return torch.stack([train_text[i : i + length] for i in range(len(train_text) - length + 1)]), valid_text[: whole * length].view(whole, length)


class Waves(nn.Module):
    def __init__(self, words, context):
        super().__init__()
        self.embed = nn.Embedding(words, 48)
        self.layers = nn.ModuleList(nn.Conv1d(48, 48, 3, dilation=2**i) for i in range(2))
        self.head = nn.Linear(48, words)

    def forward(self, ids):
        x = self.embed(ids).mT
        for layer in self.layers:
            x = x + F.gelu(layer(F.pad(x, (2 * layer.dilation[0], 0))))
        return self.head(x.mT)


def make_model(words, context):
    return Waves(words, context)


def pretrain(ids, words, context):
    model = make_model(words, context).train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=6e-3)
    texts, _ = windows(ids, context, context)
    for step in range(350):
        batch = texts[torch.randperm(2000)[:48] + 2000 * (step % 40)]
        loss = F.cross_entropy(model(batch)[:, :-1].mT, batch[:, 1:])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return model.eval()
