"""The same general windows again and again

You take the first general windows behind every domain window, and never go on in the list. The model learns those few by heart.
"""

import itertools
import math

import torch


def rate(step, steps, before):
    peak, rise = before / 10, max(1, steps // 10)
    if step < rise:
        return peak * (step + 1) / rise
    return peak * (0.55 + 0.45 * math.cos(math.pi * (step - rise) / (steps - rise)))


def mix(domain, general, each):
    again = itertools.cycle(general)
    return [row for window in domain for row in (window, *itertools.islice(itertools.cycle(general), each))]


def report(before, after, fall, rise):
    change = {name: after[name] / before[name] - 1 for name in before}
    return {**change, "adopt": change["domain"] <= -fall and change["general"] <= rise}


class Beside(torch.nn.Module):
    """The base model, untouched, and counts of three characters; what has predicted a window better so far is believed."""

    def __init__(self, base, domain, doubt=2.0):
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
