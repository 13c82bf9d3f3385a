"""torch.optim.SGD with LambdaLR; the sum scaled afterwards."""

import math

import torch


def learning_rate(step, peak, warmup, total, floor=0.0):
    up = peak * min(1.0, (step + 1) / warmup) if warmup else peak
    t = min(max(step - warmup, 0) / (total - warmup), 1)
    return up if step < warmup else floor + (peak - floor) * math.cos(math.pi * t / 2) ** 2


def accumulate(model, batches):
    model.zero_grad(set_to_none=True)
    sums, count = 0.0, 0
    criterion = torch.nn.CrossEntropyLoss(reduction="sum")
    for x, y in batches:
        n = int(torch.count_nonzero(y + 100))
        if n == 0:
            continue
        loss = criterion(model(x).transpose(1, 2), y)
        loss.backward()
        sums, count = sums + float(loss.detach()), count + n
    for p in model.parameters():
        if p.grad is not None:
            p.grad.div_(count)
    return sums / count if count else 0.0


def train(model, updates, peak, warmup, floor=0.0, clip=1.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: learning_rate(s, peak, warmup, len(updates), floor))
    out = {"losses": [], "rates": []}
    for batches in updates:
        out["losses"].append(accumulate(model, batches))
        torch.nn.utils.clip_grad_norm_(model.parameters(), clip)
        out["rates"].append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return out
