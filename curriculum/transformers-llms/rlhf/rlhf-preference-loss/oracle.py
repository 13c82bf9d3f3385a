"""Bradley and Terry's likelihood as shares of strengths, in float64; gradients by torch's autograd; rewards by a loop."""

import numpy as np
import torch


def rewards(scores, mask):
    found = []
    for row, flags in zip(scores, mask):
        found.append([s for s, f in zip(row.tolist(), flags.tolist()) if f][-1])
    return np.array(found)


def preference_loss(chosen, rejected, margin=0.0, tie=None):
    a, b = (torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in (chosen, rejected))
    m = torch.as_tensor(margin, dtype=torch.float64).expand(len(a))

    def lost(one, other):  # minus log of exp(one) / (exp(one) + exp(other))
        return torch.logsumexp(torch.stack([one, other]), 0) - one

    tied = torch.zeros(len(a), dtype=torch.bool) if tie is None else torch.as_tensor(tie)
    loss = torch.where(tied, (lost(a, b) + lost(b, a)) / 2, lost(a - m, b)).mean()
    loss.backward()
    return loss.item(), a.grad.numpy(), b.grad.numpy()
