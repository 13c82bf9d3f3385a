"""A feed-forward model of the last four characters, trained on all places at once."""

import torch
from torch import nn


def windows(ids, length, held):
    end = len(ids) - held
    rows = [ids[end + k * length : end + (k + 1) * length] for k in range(held // length)]
    return ids[:end].unfold(0, length, 1).contiguous(), torch.stack(rows)


class Four(nn.Module):
    def __init__(self, words, context):
        super().__init__()
        self.words = words
        self.embed = nn.Embedding(words + 1, 24)
        self.net = nn.Sequential(nn.Linear(96, 128), nn.Tanh(), nn.Linear(128, words))

    def forward(self, ids):
        padded = nn.functional.pad(ids, (3, 0), value=self.words)
        return self.net(self.embed(padded.unfold(1, 4, 1)).flatten(2))


def make_model(words, context):
    return Four(words, context)


def pretrain(ids, words, context):
    model = make_model(words, context)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.005)
    for _ in range(500):
        text = ids.unfold(0, 24, 1)[torch.randint(len(ids) - 24, (32,))]
        optimiser.zero_grad()
        nn.functional.cross_entropy(model(text)[:, :-1].flatten(0, 1), text[:, 1:].flatten()).backward()
        optimiser.step()
    return model
