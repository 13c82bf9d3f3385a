"""The loss of a causal language model."""

import torch


def labels_for(tokens, lengths, prompt=None, ignore=-100):
    """Labels in the places of their tokens; `ignore` at padding and prompt."""
    raise NotImplementedError


def token_losses(logits, labels, ignore=-100):
    """Cross-entropy of each place against the next label, (b, n - 1)."""
    raise NotImplementedError


def causal_loss(logits, labels, ignore=-100):
    """The mean over all labels that count."""
    raise NotImplementedError
