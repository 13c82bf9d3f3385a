"""Means of micro-batches, each weighed by its share of the labels; clipping by a flat vector."""

import numpy as np
import torch
import torch.nn.functional as F


def learning_rate(step, peak, warmup, total, floor=0.0):
    rise = np.linspace(peak / max(warmup, 1), peak, max(warmup, 1))[:warmup]
    t = np.arange(total - warmup) / (total - warmup)
    rates = np.concatenate([rise, floor + (peak - floor) * (np.cos(np.pi * t) + 1) / 2])
    return float(rates[step]) if step < total else floor


def accumulate(model, batches):
    sizes = [int((y >= 0).sum()) for _, y in batches]
    everything = max(1, sum(sizes))
    gradients = [torch.zeros_like(p) for p in model.parameters()]
    mean = 0.0
    for (x, y), size in zip(batches, sizes):
        if size:
            loss = F.cross_entropy(model(x).reshape(y.numel(), -1), y.reshape(-1)) * size / everything
            for g, new in zip(gradients, torch.autograd.grad(loss, list(model.parameters()))):
                g += new
            mean += loss.item()
    for p, g in zip(model.parameters(), gradients):
        p.grad = g
    return mean


def train(model, updates, peak, warmup, floor=0.0, clip=1.0):
    history = []
    for step in range(len(updates)):
        loss = accumulate(model, updates[step])
        flat = torch.cat([p.grad.flatten() for p in model.parameters()])
        flat = flat * torch.clamp(clip / flat.norm(), max=1.0)
        rate = learning_rate(step, peak, warmup, len(updates), floor)
        before = torch.nn.utils.parameters_to_vector(model.parameters())
        torch.nn.utils.vector_to_parameters(before.detach() - rate * flat, model.parameters())
        history.append((loss, rate))
    return {"losses": [h[0] for h in history], "rates": [h[1] for h in history]}
