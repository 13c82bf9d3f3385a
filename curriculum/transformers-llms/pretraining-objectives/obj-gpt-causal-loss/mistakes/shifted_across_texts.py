"""Texts run into each other

You put all texts into one row before shifting. The last place of a text is then judged by the first token of the next one.
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
    rows = logits.reshape(1, -1, logits.shape[-1]), labels.reshape(1, -1)
    losses = token_losses(*rows, ignore)
    count = (rows[1][:, 1:] != ignore).sum()
    return losses.sum() / max(int(count), 1)
