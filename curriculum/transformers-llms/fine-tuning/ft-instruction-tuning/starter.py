"""Fine-tune a base model on instructions."""

import torch

from earlier.obj_gpt_causal_loss import causal_loss


def divide(rows, every):
    """(train, held): rows of one group stay on one side."""
    raise NotImplementedError


def make_batch(rows, end, pad):
    """(ids, labels) of pairs [prompt, answer]."""
    raise NotImplementedError


def generate(model, prompt, end, most):
    """What the model writes after the prompt, without the end token."""
    raise NotImplementedError


def finetune(model, rows, end, pad, steps):
    """The model, trained on the rows."""
    raise NotImplementedError
