"""The rate by interpolation in numpy, the mixture by indices, counts beside the model with less doubt."""

import math

import torch


import numpy as np


def rate(step, steps, before):
    u = max(1, steps // 10)
    s = np.arange(steps)
    down = 0.55 + 0.45 * np.cos(np.pi * (s - u) / (steps - u))
    return float(np.where(s < u, (s + 1) / u, down)[step] * before / 10)


def mix(domain, general, each):
    places = np.arange(len(domain) * (each + 1))
    return [domain[p // (each + 1)] if p % (each + 1) == 0 else general[(p - p // (each + 1) - 1) % len(general)] for p in places.tolist()]


def report(before, after, fall, rise):
    old, new = (np.array([losses["domain"], losses["general"]]) for losses in (before, after))
    change = (new - old) / old
    return {"domain": float(change[0]), "general": float(change[1]), "adopt": bool((change <= [-fall, rise]).all())}


class Beside(torch.nn.Module):
    """The base model, untouched, and counts of three characters; what has predicted a window better so far is believed."""

    def __init__(self, base, domain, doubt=1.5):
        super().__init__()
        self.base, self.doubt = base, doubt
        text = torch.tensor(domain).flatten()
        counts = torch.zeros(70, 70, 70).index_put_((text[:-2], text[1:-1], text[2:]), torch.tensor(1.0), accumulate=True)
        one = counts.sum((0, 1)) + 0.1
        pairs = counts.sum(0)
        self.two = (pairs + 5 * one / one.sum()) / (pairs.sum(1, keepdim=True) + 5)
        self.three = (counts + 3 * self.two) / (counts.sum(2, keepdim=True) + 3)

    def forward(self, ids):
        known = self.base(ids).log_softmax(-1)
        before = ids.roll(1, 1)
        counted = torch.cat([self.two[ids[:, :1]], self.three[before[:, 1:], ids[:, 1:]]], dim=1).log()
        said = (known - counted)[:, :-1].gather(2, ids[:, 1:, None]).cumsum(1)
        odds = torch.cat([torch.zeros_like(said[:, :1]), said], dim=1) + self.doubt
        believe = torch.nn.functional.logsigmoid
        return torch.logaddexp(known + believe(odds), counted + believe(-odds))


def adapt(model, domain, general, each, before, steps):
    return Beside(model, domain)
