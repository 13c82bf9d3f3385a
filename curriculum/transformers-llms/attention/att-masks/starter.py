"""Masks for attention: True means that a key may be seen."""

import torch


def causal_mask(n):
    """Bool tensor (n, n)."""
    raise NotImplementedError


def window_mask(n, width):
    """Bool tensor (n, n): the query and the width - 1 positions before it."""
    raise NotImplementedError


def prefix_mask(n, prefix):
    """Bool tensor (b, n, n): causal, and the first prefix[b] keys are open to all."""
    raise NotImplementedError


def padding_mask(lengths, n):
    """Bool tensor (b, n): True for real tokens."""
    raise NotImplementedError


def batch_mask(lengths, n, width=None, prefix=None):
    """Bool tensor (b, 1, n, n): all rules together."""
    raise NotImplementedError


def masked_softmax(scores, visible):
    """Softmax over the last axis among the visible entries."""
    raise NotImplementedError
