"""Loops over pairs with math"""

import math


def _softplus(x):
    return x + math.log1p(math.exp(-x)) if x > 0 else math.log1p(math.exp(x))


def _sigma(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def rewards(scores, mask):
    out = []
    for row, flags in zip(scores, mask):
        value = None
        for s, f in zip(row, flags):
            if f:
                value = float(s)
        out.append(value)
    return out


def preference_loss(chosen, rejected, margin=0.0, tie=None):
    n = len(chosen)
    margins = [float(margin)] * n if not hasattr(margin, "__len__") else [float(m) for m in margin]
    total, up = 0.0, []
    for i in range(n):
        d = float(chosen[i]) - float(rejected[i])
        if tie is not None and tie[i]:
            total += 0.5 * _softplus(-d) + 0.5 * _softplus(d)
            up.append((0.5 * _sigma(d) - 0.5 * _sigma(-d)) / n)
        else:
            total += _softplus(margins[i] - d)
            up.append(-_sigma(margins[i] - d) / n)
    return total / n, up, [-u for u in up]
