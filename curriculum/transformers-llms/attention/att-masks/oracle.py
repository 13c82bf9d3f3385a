"""Position by position, by the definitions; the softmax over the visible entries alone."""

import math

import torch


def _table(n, rule):
    return torch.tensor([[bool(rule(i, j)) for j in range(n)] for i in range(n)])


def causal_mask(n):
    return _table(n, lambda i, j: j <= i)


def window_mask(n, width):
    return _table(n, lambda i, j: i - width < j <= i)


def prefix_mask(n, prefix):
    return torch.stack([_table(n, lambda i, j, p=p: j <= i or j < p) for p in prefix.tolist()])


def padding_mask(lengths, n):
    return torch.tensor([[j < length for j in range(n)] for length in lengths.tolist()])


def batch_mask(lengths, n, width=None, prefix=None):
    prefixes = [0] * len(lengths) if prefix is None else prefix.tolist()
    wide = n if width is None else width
    return torch.stack([_table(n, lambda i, j, r=r, p=p: j < r and (i - wide < j <= i or j < p))[None] for r, p in zip(lengths.tolist(), prefixes)])


def masked_softmax(scores, visible):
    visible = visible.expand(scores.shape)
    out = torch.zeros_like(scores)
    for row, seen, target in zip(scores.reshape(-1, scores.shape[-1]), visible.reshape(-1, scores.shape[-1]), out.view(-1, scores.shape[-1])):
        chosen = [(j, x) for j, (x, s) in enumerate(zip(row.tolist(), seen.tolist())) if s]
        top = max((x for _, x in chosen), default=0.0)
        total = math.fsum(math.exp(x - top) for _, x in chosen)
        for j, x in chosen:
            target[j] = math.exp(x - top) / total
    return out
