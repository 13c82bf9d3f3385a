"""The loss of a causal language model: shifted once, in the loss."""

import torch
import torch.nn.functional as F


def labels_for(tokens, lengths, prompt=None, ignore=-100):
    place = torch.arange(tokens.shape[1])
    counts = place < lengths[:, None]
    if prompt is not None:
        counts = counts & (place >= prompt[:, None])
    return torch.where(counts, tokens, ignore)


def token_losses(logits, labels, ignore=-100):
    return F.cross_entropy(logits[:, :-1].mT, labels[:, 1:], ignore_index=ignore, reduction="none")


def causal_loss(logits, labels, ignore=-100):
    counted = (labels[:, 1:] != ignore).sum()
    return token_losses(logits, labels, ignore).sum() / counted.clamp(min=1)
