"""A recurrent model: causal by its nature."""

import torch
from torch import nn


def windows(ids, length, held):
    n = ids.shape[0]
    starts = torch.arange(n - held - length + 1)
    tail = ids.narrow(0, n - held, held // length * length)
    return ids[starts[:, None] + torch.arange(length)], tail.reshape(-1, length)


class Recurrent(nn.Module):
    def __init__(self, words):
        super().__init__()
        self.embed = nn.Embedding(words, 32)
        self.gru = nn.GRU(32, 96, batch_first=True)
        self.head = nn.Linear(96, words)

    def forward(self, ids):
        return self.head(self.gru(self.embed(ids))[0])


def make_model(words, context):
    return Recurrent(words)


def pretrain(ids, words, context):
    model = make_model(words, context)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(220):
        i = torch.randint(len(ids) - context, (48, 1)) + torch.arange(context + 1)
        text = ids[i]
        loss = nn.functional.cross_entropy(model(text[:, :-1]).flatten(0, 1), text[:, 1:].flatten())
        model.zero_grad()
        loss.backward()
        optimiser.step()
    return model
