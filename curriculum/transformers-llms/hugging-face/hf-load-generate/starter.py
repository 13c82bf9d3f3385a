"""Load a model from a folder, batch prompts, generate."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer


def load(folder):
    """Return (tokeniser, model)."""
    raise NotImplementedError


def batch(tokeniser, prompts):
    """Return {"input_ids", "attention_mask"} of the prompts, padded on the left."""
    raise NotImplementedError


def as_chat(tokeniser, question):
    """Return the conversation with this question as text, the assistant's turn opened."""
    raise NotImplementedError


def continuations(tokeniser, model, prompts, settings):
    """Return what the model adds to each prompt, as a list of strings."""
    raise NotImplementedError
