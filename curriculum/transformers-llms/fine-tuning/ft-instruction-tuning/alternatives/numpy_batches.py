"""Batches by numpy, decoding by recursion, a schedule of its own with clipped gradients."""

import math
from itertools import chain

import numpy as np
import torch

from earlier.obj_gpt_causal_loss import causal_loss


def divide(rows, every):
    first = {}
    for row in rows:
        first.setdefault(row[0], len(first))
    away = {group for group, place in first.items() if place % every == every - 1}
    return list(filter(lambda r: r[0] not in away, rows)), list(filter(lambda r: r[0] in away, rows))


def make_batch(rows, end, pad):
    sizes = [len(list(chain(*row))) + 1 for row in rows]
    ids = np.full((len(rows), max(sizes)), pad, dtype=np.int64)
    labels = np.full_like(ids, -100)
    for row, one, (prompt, answer) in zip(ids, labels, rows):
        row[: len(prompt)] = prompt
        for target in (row, one):
            target[len(prompt) : len(prompt) + len(answer) + 1] = np.append(answer, end)
    return torch.from_numpy(ids), torch.from_numpy(labels)


def generate(model, prompt, end, most):
    if most == 0:
        return []
    with torch.no_grad():
        best = int(model(torch.tensor(prompt)[None])[0, -1].argmax())
    return [] if best == end else [best, *generate(model, [*prompt, best], end, most - 1)]


def finetune(model, rows, end, pad, steps):
    optimiser = torch.optim.Adam(model.parameters())
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 0.003 * min(1, (step + 1) / 10) * (0.55 + 0.45 * math.cos(math.pi * step / steps))
        chosen = np.random.default_rng(step).integers(0, len(rows), 24)
        ids, labels = make_batch([rows[i] for i in chosen], end, pad)
        optimiser.zero_grad()
        causal_loss(model(ids), labels).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
    return model
