"""A class that keeps the running sums."""

import math

import torch


class _Trainer:
    def __init__(self, model):
        self.model = model
        self.clear()

    def clear(self):
        self.model.zero_grad()
        self.total, self.labels = 0.0, 0

    def add(self, inputs, labels):
        loss = torch.nn.functional.nll_loss(self.model(inputs).log_softmax(-1).flatten(0, -2), labels.flatten(), reduction="none", ignore_index=-100)
        loss.sum().backward()
        self.total += loss.sum().item()
        self.labels += (labels != -100).sum().item()

    def mean(self):
        if self.labels:
            for p in self.model.parameters():
                p.grad /= self.labels
            return self.total / self.labels
        return 0.0


def learning_rate(step, peak, warmup, total, floor=0.0):
    if warmup > step:
        return peak / warmup * (1 + step)
    left = max(0, total - step) / (total - warmup)
    return floor + (peak - floor) * math.sin(math.pi / 2 * left) ** 2


def accumulate(model, batches):
    trainer = _Trainer(model)
    for batch in batches:
        trainer.add(*batch)
    return trainer.mean()


def train(model, updates, peak, warmup, floor=0.0, clip=1.0):
    losses = [0.0] * len(updates)
    rates = [learning_rate(i, peak, warmup, len(updates), floor) for i in range(len(updates))]
    optimizer = torch.optim.SGD(list(model.parameters()), lr=peak)
    for i, batches in enumerate(updates):
        losses[i] = accumulate(model, batches)
        torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=clip, norm_type=2.0)
        for group in optimizer.param_groups:
            group["lr"] = rates[i]
        optimizer.step()
    return {"losses": torch.tensor(losses), "rates": rates}
