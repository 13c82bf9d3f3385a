"""A reward model from pairwise judgements, and the parts that keep it honest."""

import torch
from torch import nn


def split(prompts, held):
    """Return (train, valid): indices of pairs, no prompt on both sides."""
    raise NotImplementedError


def last_real(scores, mask):
    """Return the score of each row at its last real token."""
    raise NotImplementedError


def pair_loss(chosen, rejected, lean):
    """Return the mean loss of the pairs."""
    raise NotImplementedError


def accuracy(first, second, better):
    """Return the share of pairs that are ranked right."""
    raise NotImplementedError


def train(pairs, words):
    """Return a module: model(ids, mask) gives a reward for each row."""
    raise NotImplementedError
