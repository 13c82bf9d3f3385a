"""A single cross-attention by hand: the query is made of the last token, the keys of the symbols."""

import torch
from torch import nn


def rate_factor(step, warmup, steps):
    return float(min((step + 1) / warmup, 1.0, (steps - step) / (steps - warmup)))


def exact_match(predicted, target, lengths):
    good = [all(p == t for p, t in list(zip(ps, ts))[:k]) for ps, ts, k in zip(predicted.tolist(), target.tolist(), lengths.tolist())]
    return good.count(True) / len(good)


@torch.no_grad()
def greedy(model, source, lengths):
    columns = []
    for i in range(source.shape[1]):
        target = torch.stack([*columns, *[torch.zeros_like(lengths)] * (source.shape[1] - i)], dim=1)
        columns.append(model(source, lengths, target)[:, i].argmax(-1) * (i < lengths).long())
    return torch.stack(columns, dim=1)


class Look(nn.Module):
    """Scores of pairs (last token, symbol): a table; a symbol that is not in the source cannot be written."""

    def __init__(self, words):
        super().__init__()
        self.pairs = nn.Parameter(torch.zeros(words, words))

    def forward(self, source, lengths, target):
        last = nn.functional.pad(target[:, :-1], (1, 0), value=1)
        rows = self.pairs[last]
        there = torch.zeros(len(source), 1, rows.shape[-1]).scatter(2, source[:, None], 1.0)
        there[..., 0] = 0
        return rows + torch.log(there + 1e-6)


def fit(source, lengths, target, words, steps):
    model = Look(words)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.2)
    for _ in range(steps):
        optimiser.zero_grad()
        nn.functional.cross_entropy(model(source, lengths, target).flatten(0, 1), target.flatten(), ignore_index=0).backward()
        optimiser.step()
    return model
