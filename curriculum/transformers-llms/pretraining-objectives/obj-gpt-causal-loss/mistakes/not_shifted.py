"""Not shifted at all

You judge each place by the token that stands there. The model has read it already, so there is nothing to predict.
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
    inputs = logits
    targets = labels
    real = targets != ignore
    logp = F.log_softmax(inputs, dim=-1)
    picked = logp.gather(-1, targets.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    return torch.where(real, -picked, torch.zeros_like(picked))


def causal_loss(logits, labels, ignore=-100):
    losses = token_losses(logits, labels, ignore)
    count = (labels != ignore).sum()
    return losses.sum() / max(int(count), 1)
