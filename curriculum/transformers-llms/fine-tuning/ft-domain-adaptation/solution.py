"""Adapt a model to a domain and keep what it knew."""

import itertools
import math

import torch

from earlier.obj_gpt_causal_loss import causal_loss


def rate(step, steps, before):
    peak, rise = before / 10, max(1, steps // 10)
    if step < rise:
        return peak * (step + 1) / rise
    return peak * (0.55 + 0.45 * math.cos(math.pi * (step - rise) / (steps - rise)))


def mix(domain, general, each):
    again = itertools.cycle(general)
    return [row for window in domain for row in (window, *itertools.islice(again, each))]


def report(before, after, fall, rise):
    change = {name: after[name] / before[name] - 1 for name in before}
    return {**change, "adopt": change["domain"] <= -fall and change["general"] <= rise}


def adapt(model, domain, general, each, before, steps):
    rows = torch.tensor(mix(domain, general, each))
    optimiser = torch.optim.Adam(model.parameters(), lr=before)
    for step, chosen in enumerate(torch.randperm(len(rows)).chunk(steps)):
        for group in optimiser.param_groups:
            group["lr"] = rate(step, steps, before)
        optimiser.zero_grad()
        causal_loss(model(rows[chosen]), rows[chosen]).backward()
        optimiser.step()
    return model
