"""Rows filled in place; one pass over shuffled rows with a rate that falls linearly."""

import torch
import torch.nn.functional as F


def divide(rows, every):
    seen, train, held = [], [], []
    for row in rows:
        if row[0] not in seen:
            seen.append(row[0])
        side = train if (seen.index(row[0]) + 1) % every else held
        side.append(row)
    return train, held


def make_batch(rows, end, pad):
    longest = max(len(p) + len(a) + 1 for p, a in rows)
    ids = torch.empty(len(rows), longest, dtype=torch.int64).fill_(pad)
    labels = torch.empty_like(ids).fill_(-100)
    for i, (p, a) in enumerate(rows):
        ids[i, : len(p) + len(a) + 1] = torch.tensor(p + a + [end])
        labels[i, len(p) : len(p) + len(a) + 1] = torch.tensor(a + [end])
    return ids, labels


def generate(model, prompt, end, most):
    ids = torch.tensor([prompt])
    for _ in range(most):
        with torch.no_grad():
            best = model(ids)[:, -1].argmax(-1, keepdim=True)
        if best.item() == end:
            break
        ids = torch.cat([ids, best], dim=1)
    return ids[0, len(prompt) :].tolist()


def finetune(model, rows, end, pad, steps):
    model.train()
    optimiser = torch.optim.AdamW(model.parameters(), weight_decay=0.0)
    order = torch.randperm(len(rows)).tolist()
    size = len(rows) // steps
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = 0.004 * (1 - step / steps)
        ids, labels = make_batch([rows[i] for i in order[step * size : step * size + size]], end, pad)
        logits = model(ids)[:, :-1]
        loss = F.cross_entropy(logits.reshape(-1, logits.shape[-1]), labels[:, 1:].reshape(-1))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return model
