"""Mean of the texts' means

You take the mean of each text first. A token of a short text then weighs more than one of a long text. The mean runs over all counted tokens of the batch.
"""

import torch
from torch.nn import functional as F


def labels_for(tokens, lengths, prompt=None, ignore=-100):
    labels = tokens.clone()
    for b in range(tokens.shape[0]):
        labels[b, lengths[b]:] = ignore
        if prompt is not None:
            labels[b, : prompt[b]] = ignore
    return labels


def token_losses(logits, labels, ignore=-100):
    inputs = logits[:, :-1]
    targets = labels[:, 1:]
    real = targets != ignore
    logp = F.log_softmax(inputs, dim=-1)
    picked = logp.gather(-1, targets.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    return torch.where(real, -picked, torch.zeros_like(picked))


def causal_loss(logits, labels, ignore=-100):
    losses = token_losses(logits, labels, ignore)
    count = (labels[:, 1:] != ignore).sum(dim=1)
    return (losses.sum(dim=1) / count.clamp(min=1)).mean()
