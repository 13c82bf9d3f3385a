"""The secret order by counting who stands before whom; schedule, measure and decoding by plain loops."""

import torch
import torch.nn.functional as F


def rate_factor(step, warmup, steps):
    if step < warmup:
        return (step + 1) / warmup
    return (steps - step) / (steps - warmup)


def exact_match(predicted, target, lengths):
    rows = zip(predicted.tolist(), target.tolist(), lengths.tolist())
    right = [row[:k] == wanted[:k] for row, wanted, k in rows]
    return sum(right) / len(right)


def greedy(model, source, lengths):
    rows = []
    for row, k in zip(source, lengths.tolist()):
        said = []
        for place in range(k):
            target = torch.tensor([said + [0] * (len(row) - place)])
            scores = model(row[None], torch.tensor([k]), target)[0, place].tolist()
            said.append(max(range(len(scores)), key=scores.__getitem__))
        rows.append(said + [0] * (len(row) - k))
    return torch.tensor(rows)


class Counted(torch.nn.Module):
    """What was never seen before a symbol must come after it: no training, a table of pairs."""

    def __init__(self, target, words):
        super().__init__()
        self.rank = torch.zeros(words)
        for symbol in range(2, words):
            later = {t for row in target.tolist() if symbol in row for t in row[: row.index(symbol)]}
            self.rank[symbol] = len(later) + 1

    def forward(self, source, lengths, target):
        last = F.pad(self.rank[target], (1, 0))[:, :-1]
        open_ = (self.rank[source][:, None] > last[..., None]).float()
        scores = torch.full((*target.shape, len(self.rank)), -99.0)
        at = source[:, None].expand(-1, target.shape[1], -1)
        return scores.scatter(2, at, open_ * 99 - self.rank[at]).index_fill(2, torch.tensor([0]), -300.0)


def fit(source, lengths, target, words, steps):
    return Counted(target, words)
