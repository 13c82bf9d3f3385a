"""Train an encoder-decoder on sequences and decode greedily."""

import torch

from earlier.xf_encoder_decoder import Transformer


def rate_factor(step, warmup, steps):
    """The factor of the learning rate at a step."""
    raise NotImplementedError


def exact_match(predicted, target, lengths):
    """The share of rows that are right at every real place."""
    raise NotImplementedError


def greedy(model, source, lengths):
    """The model's output for each source, 0 behind its length."""
    raise NotImplementedError


def fit(source, lengths, target, words, steps):
    """A model trained on these pairs in so many steps."""
    raise NotImplementedError
