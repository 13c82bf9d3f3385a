"""Adapt a model to a domain and keep what it knew."""

import math

import torch

from earlier.obj_gpt_causal_loss import causal_loss


def rate(step, steps, before):
    """The learning rate at a step; `before` is the peak of pre-training."""
    raise NotImplementedError


def mix(domain, general, each):
    """Every domain window, followed by `each` general ones."""
    raise NotImplementedError


def report(before, after, fall, rise):
    """Relative changes of both losses, and whether to adopt the model."""
    raise NotImplementedError


def adapt(model, domain, general, each, before, steps):
    """The model, trained on the mixture."""
    raise NotImplementedError
