"""All labels of a batch in one sum, differentiated at once by torch.autograd.grad; the schedule by PyTorch's own classes."""

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def learning_rate(step, peak, warmup, total, floor=0.0):
    if step < warmup:
        return sum([peak / warmup] * (step + 1))
    if step >= total:
        return floor
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=peak)
    schedule = CosineAnnealingLR(optimizer, T_max=total - warmup, eta_min=floor)
    for _ in range(step - warmup):
        optimizer.step()
        schedule.step()
    return schedule.get_last_lr()[0]


def accumulate(model, batches):
    losses = []
    for inputs, labels in batches:
        kept = labels != -100
        chances = model(inputs).log_softmax(dim=-1)[kept]
        losses.append(-chances.gather(1, labels[kept][:, None])[:, 0])
    every = torch.cat(losses) if losses else torch.zeros(0)
    parameters = list(model.parameters())
    if not len(every):
        for p in parameters:
            p.grad = torch.zeros_like(p)
        return 0.0
    for p, g in zip(parameters, torch.autograd.grad(every.mean(), parameters)):
        p.grad = g
    return float(every.mean())


def train(model, updates, peak, warmup, floor=0.0, clip=1.0):
    found = {"losses": [], "rates": []}
    for i, batches in enumerate(updates):
        found["losses"].append(accumulate(model, batches))
        rate = learning_rate(i, peak, warmup, len(updates), floor)
        found["rates"].append(rate)
        size = float(sum((p.grad**2).sum() for p in model.parameters())) ** 0.5
        for p in model.parameters():
            p.data = p.data - rate * p.grad * min(1.0, clip / size)
    return found
