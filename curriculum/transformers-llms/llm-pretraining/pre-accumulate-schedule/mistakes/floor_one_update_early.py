"""Reaches the floor one update early

You stretch the half wave so that the last update has the floor already. By the rule the floor is reached at the update after the last one.
"""

import math

import torch
from torch.nn.functional import cross_entropy


def learning_rate(step, peak, warmup, total, floor=0.0):
    if step < warmup:
        return peak * (step + 1) / warmup
    if step >= total:
        return floor
    t = (step - warmup) / max(1, total - 1 - warmup)
    return floor + 0.5 * (peak - floor) * (1 + math.cos(math.pi * t))


def accumulate(model, batches):
    for p in model.parameters():
        p.grad = torch.zeros_like(p)
    count = sum((y != -100).sum().item() for _, y in batches)
    total = 0.0
    for x, y in batches:
        loss = cross_entropy(model(x).flatten(0, 1), y.flatten(), ignore_index=-100, reduction="sum")
        loss = loss / max(count, 1)
        loss.backward()
        total += loss.item()
    return total


def train(model, updates, peak, warmup, floor=0.0, clip=1.0):
    losses, rates = [], []
    n = 0
    for batches in updates:
        loss = accumulate(model, batches)
        norm = math.sqrt(sum((p.grad**2).sum().item() for p in model.parameters()))
        scale = clip / norm if norm > clip else 1.0
        rate = learning_rate(n, peak, warmup, len(updates), floor)
        with torch.no_grad():
            for p in model.parameters():
                p -= rate * scale * p.grad
        losses.append(loss)
        rates.append(rate)
        n += 1
    return {"losses": losses, "rates": rates}
