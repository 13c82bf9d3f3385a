"""Rows sorted by length before training, so that batches need little padding; labels by torch.where."""

import random

import torch

from earlier.obj_gpt_causal_loss import causal_loss


def divide(rows, every):
    groups = []
    for group, *_ in rows:
        if group not in groups:
            groups.append(group)
    kept = [group for place, group in enumerate(groups, 1) if place % every]
    return [r for r in rows if r[0] in kept], [r for r in rows if r[0] not in kept]


def make_batch(rows, end, pad):
    n = max(len(p) + len(a) for p, a in rows) + 1
    ids = torch.stack([torch.tensor(p + a + [end] + [pad] * (n - 1 - len(p) - len(a))) for p, a in rows])
    inside = torch.stack([torch.tensor([0] * len(p) + [1] * (len(a) + 1) + [0] * (n - 1 - len(p) - len(a))) for p, a in rows])
    return ids, torch.where(inside == 1, ids, torch.full_like(ids, -100))


def generate(model, prompt, end, most):
    said = []
    for _ in range(most):
        with torch.inference_mode():
            scores = model(torch.LongTensor([list(prompt) + said]))[0][-1]
        said.append(int(torch.topk(scores, 1).indices))
        if said[-1] == end:
            return said[:-1]
    return said


def finetune(model, rows, end, pad, steps):
    optimiser = torch.optim.Adam(model.parameters(), lr=0.003, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.1, steps)
    for _ in range(steps):
        batch = sorted(random.sample(rows, 24), key=lambda row: -len(row[0]))
        ids, labels = make_batch(batch, end, pad)
        loss = causal_loss(model(ids), labels)
        model.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return model
