"""Scores of texts, and the loss of comparisons."""

import numpy as np


def rewards(scores, mask):
    """Return the score of each text, read at its last token."""
    raise NotImplementedError


def preference_loss(chosen, rejected, margin=0.0, tie=None):
    """Return the mean loss and its gradients (loss, for chosen, for rejected)."""
    raise NotImplementedError
