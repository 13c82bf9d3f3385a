"""The figures of the lesson, computed with the solution."""

import math
from fractions import Fraction

import torch
from answer import accumulate, learning_rate


def worked():
    """Two micro-batches of one and three labels, and a schedule of twelve updates."""
    losses = [[4], [1, 1, 1]]  # in units of ln 2
    means = [Fraction(sum(part), len(part)) for part in losses]
    labels = sum(map(len, losses))
    wrong, right = sum(means) / len(means), Fraction(sum(map(sum, losses)), labels)
    weights = [Fraction(1, len(means) * len(part)) for part in losses]
    if not math.isclose(_mean(losses), float(right) * math.log(2)):
        raise ValueError("the solution weighs the labels otherwise")
    peak, warmup, total, floor = 0.4, 4, 12, 0.04
    updates = [0, 1, 2, 3, 4, 8, 11, 12]
    return [
        [16, losses, [len(part) for part in losses], len(means), labels, float(wrong) * math.log(2), float(right) * math.log(2)],
        [1, [w.denominator for w in weights], math.log2(16)],
        [peak, warmup, total, floor, updates, [learning_rate(u, peak, warmup, total, floor) for u in updates]],
    ]


def _mean(losses):
    """What the solution finds for labels with these losses, over two words."""
    found = []
    for part in losses:
        right = 0.5 ** torch.tensor(part, dtype=torch.float64)
        found.append((torch.log(torch.stack([right, 1 - right], dim=-1))[None], torch.zeros(1, len(part), dtype=torch.int64)))
    rows = iter(logits.requires_grad_() for logits, _ in found)
    model = torch.nn.Module()
    model.forward = lambda inputs: next(rows)
    return accumulate(model, [(labels, labels) for _, labels in found])
