"""Targets as one-hot rows; marked ones are rows of zeros."""

import torch


def labels_for(tokens, lengths, prompt=None, ignore=-100):
    rows = []
    for b in range(len(tokens)):
        row = [ignore] * tokens.shape[1]
        for i in range(0 if prompt is None else int(prompt[b]), int(lengths[b])):
            row[i] = int(tokens[b, i])
        rows.append(row)
    return torch.tensor(rows, dtype=torch.int64)


def token_losses(logits, labels, ignore=-100):
    words = torch.arange(logits.shape[-1])
    hot = (labels[:, 1:, None] == words) & (labels[:, 1:, None] != ignore)
    x = logits[:, :-1]
    spread = x.logsumexp(-1) - torch.where(hot, x, torch.zeros_like(x)).sum(-1)
    return torch.where(hot.any(-1), spread, torch.zeros_like(spread))


def causal_loss(logits, labels, ignore=-100):
    terms = token_losses(logits, labels, ignore)
    kept = (labels != ignore)[:, 1:].to(terms.dtype)
    return (terms * kept).sum() / torch.clamp(kept.sum(), min=1.0)
