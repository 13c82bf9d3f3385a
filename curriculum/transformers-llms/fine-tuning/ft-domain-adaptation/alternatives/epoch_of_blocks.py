"""Each domain window stays with its general ones in one batch; the mixture is a generator."""

import math

import torch
import torch.nn.functional as F


def rate(step, steps, before):
    rise = max(1, steps // 10)
    if step < rise:
        return before / 10 / rise * (step + 1)
    turn = math.pi * (step - rise) / (steps - rise)
    return before / 10 - before * 0.09 * (1 - math.cos(turn)) / 2


def mix(domain, general, each):
    def walk():
        at = 0
        for window in domain:
            yield window
            for _ in range(each):
                yield general[at]
                at = (at + 1) % len(general)

    return list(walk())


def report(before, after, fall, rise):
    ratio = {k: after[k] / before[k] for k in before}
    change = {k: v - 1 for k, v in ratio.items()}
    change["adopt"] = all([change["domain"] <= -fall, change["general"] <= rise])
    return change


def adapt(model, domain, general, each, before, steps):
    rows = torch.tensor(mix(domain, general, each))
    optimiser = torch.optim.Adam(model.parameters())
    size = 4 * (each + 1)
    order = torch.arange(len(rows)).view(-1, each + 1)
    order = order[torch.randperm(len(order))].flatten()
    for step in range(steps):
        batch = rows[order[step * size : step * size + size]]
        for group in optimiser.param_groups:
            group["lr"] = rate(step, steps, before)
        optimiser.zero_grad(set_to_none=True)
        F.cross_entropy(model(batch[:, :-1]).flatten(0, 1), batch[:, 1:].flatten()).backward()
        optimiser.step()
    return model
