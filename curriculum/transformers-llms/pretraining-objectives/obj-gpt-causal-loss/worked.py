"""The figures of the lesson, computed with the solution."""

import math

import torch
from answer import causal_loss, labels_for, token_losses


def worked():
    """One text of three tokens, padded to four."""
    tokens = torch.tensor([[2, 1, 0, 0]])
    labels = labels_for(tokens, torch.tensor([3]))
    logits = torch.tensor([[[0, math.log(2), 0], [math.log(3), 0, 0], [0, 0, 0], [5, 6, 7]]], dtype=torch.float64)
    shares = torch.softmax(logits[0, :3], -1)
    losses = token_losses(logits, labels)
    if not torch.allclose(shares, torch.tensor([[1 / 4, 1 / 2, 1 / 4], [3 / 5, 1 / 5, 1 / 5], [1 / 3] * 3]).double()):
        raise ValueError("the shares are others")
    if not math.isclose(losses[0, 1], math.log(5 / 3)):
        raise ValueError("the second term is another")
    return [
        tokens,
        tokens.shape,
        labels,
        torch.exp(logits[0, :2]),
        4 * shares[0],
        5 * shares[1],
        4,
        5,
        3,
        losses,
        causal_loss(logits, labels),
        losses.sum() / 3,
    ]
