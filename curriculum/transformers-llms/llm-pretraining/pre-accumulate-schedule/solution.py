"""Token-weighted accumulation; one clipped step and one rate for each update."""

import math

import torch
from torch.nn.functional import cross_entropy


def learning_rate(step, peak, warmup, total, floor=0.0):
    """A straight rise, half a cosine down, then the floor."""
    if step < warmup:
        return peak * (step + 1) / warmup
    angle = math.pi * (min(step, total) - warmup) / (total - warmup)
    return floor + (peak - floor) * (1 + math.cos(angle)) / 2


def accumulate(model, batches):
    """Sums of losses over the number of all labels, each sent back by itself."""
    model.zero_grad()
    count = sum(int((labels != -100).sum()) for _, labels in batches)
    mean = 0.0
    for inputs, labels in batches:
        part = cross_entropy(model(inputs).flatten(0, 1), labels.flatten(), reduction="sum") / max(count, 1)
        part.backward()
        mean += float(part)
    return mean


def train(model, updates, peak, warmup, floor=0.0, clip=1.0):
    """Gradient descent, one step for each list of micro-batches."""
    losses, rates = [], []
    for step, batches in enumerate(updates):
        losses.append(accumulate(model, batches))
        rates.append(learning_rate(step, peak, warmup, len(updates), floor))
        torch.nn.utils.clip_grad_norm_(model.parameters(), clip)
        torch.optim.SGD(model.parameters(), lr=rates[-1]).step()
    return {"losses": losses, "rates": rates}
