"""Adapters for a whole model: put them in, count, train, save and load."""

import torch

from earlier.peft_lora_layer import LoRALinear


def adapt(model, names, rank):
    """Freeze the model, put adapters beside the named layers of all blocks; return the model."""
    raise NotImplementedError


def counts(model):
    """Return (trainable, all) numbers of the model."""
    raise NotImplementedError


def adapter_state(model):
    """Return a dict with copies of the adapters alone."""
    raise NotImplementedError


def load_adapter(model, state):
    """Put saved adapters onto a new base; return the model."""
    raise NotImplementedError


def tune(model, batches):
    """Adapt the supplied model and train it on pairs (ids, labels); return it."""
    raise NotImplementedError
