"""Labels moved left with a mark at the end, so that all n places take part; the module form of the loss."""

import torch
from torch import nn


def labels_for(tokens, lengths, prompt=None, ignore=-100):
    index = torch.cumsum(torch.ones_like(tokens), dim=1)
    keep = index <= lengths.view(-1, 1)
    if prompt is not None:
        keep &= index > prompt.view(-1, 1)
    return tokens * keep + ignore * ~keep


def token_losses(logits, labels, ignore=-100):
    moved = torch.roll(labels, -1, dims=1)
    moved[:, -1] = ignore
    return nn.CrossEntropyLoss(ignore_index=ignore, reduction="none")(logits.permute(0, 2, 1), moved)[:, : labels.shape[1] - 1]


def causal_loss(logits, labels, ignore=-100):
    count = torch.count_nonzero(labels[:, 1:] - ignore)
    return torch.div(token_losses(logits, labels, ignore).sum(), torch.maximum(count, torch.ones_like(count)))
