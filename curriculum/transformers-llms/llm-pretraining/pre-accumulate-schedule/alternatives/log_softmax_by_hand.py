"""Log-softmax and a picked column instead of a loss function; the schedule as a generator."""

from itertools import islice
from math import cos, pi

import torch


def _rates(peak, warmup, total, floor):
    yield from (peak * k / warmup for k in range(1, warmup + 1))
    span = total - warmup
    yield from (floor + (peak - floor) * (cos(pi * k / span) + 1) / 2 for k in range(span))
    while True:
        yield floor


def learning_rate(step, peak, warmup, total, floor=0.0):
    return next(islice(_rates(peak, warmup, total, floor), step, None))


def accumulate(model, batches):
    for p in model.parameters():
        p.grad = None
    n = torch.tensor([(y != -100).sum() for _, y in batches]).sum().clamp(min=1)
    losses = []
    for x, y in batches:
        r, c = torch.nonzero(y != -100, as_tuple=True)
        logits = model(x)[r, c]
        picked = logits[torch.arange(len(r)), y[r, c]]
        loss = (torch.logsumexp(logits, dim=-1) - picked).sum() / n
        loss.backward()
        losses.append(loss.detach())
    return sum(losses, torch.tensor(0.0)).item()


def train(model, updates, peak, warmup, floor=0.0, clip=1.0):
    losses, rates = [], []
    for rate, batches in zip(_rates(peak, warmup, len(updates), floor), updates):
        losses += [accumulate(model, batches)]
        rates += [rate]
        norm = torch.linalg.vector_norm(torch.stack([p.grad.norm() for p in model.parameters()]))
        for p in model.parameters():
            step = p.grad if norm <= clip else p.grad * (clip / norm)
            p.data.sub_(rate * step)
    return {"rates": rates, "losses": losses}
