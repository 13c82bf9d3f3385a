"""Gradient accumulation, and a schedule for the learning rate."""

import math

import torch


def learning_rate(step, peak, warmup, total, floor=0.0):
    """The rate of one update: warm-up, then half a cosine."""
    raise NotImplementedError


def accumulate(model, batches):
    """The mean loss over all labels; its gradient is left in the parameters."""
    raise NotImplementedError


def train(model, updates, peak, warmup, floor=0.0, clip=1.0):
    """Return {"losses", "rates"}."""
    raise NotImplementedError
