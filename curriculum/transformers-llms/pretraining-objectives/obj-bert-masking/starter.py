"""Inputs and labels for a masked language model."""

import numpy as np


def mask_tokens(tokens, special, mask_id, vocabulary, rng, probability=0.15):
    """Return (inputs, labels)."""
    raise NotImplementedError


def mlm_loss(logits, labels):
    """The mean cross-entropy over the labelled places."""
    raise NotImplementedError
