"""Pre-train a tiny GPT on characters."""

import torch
from torch import nn

from earlier.att_masks import causal_mask
from earlier.obj_gpt_causal_loss import causal_loss
from earlier.xf_block import Block
from earlier.xf_embeddings import TokenEmbedding


def windows(ids, length, held):
    """(train, valid): all windows of the text before the last `held` ids; windows side by side of the rest."""
    raise NotImplementedError


def make_model(words, context):
    """A new module: ids (b, n) to logits (b, n, words)."""
    raise NotImplementedError


def pretrain(ids, words, context):
    """A trained model of make_model(words, context)."""
    raise NotImplementedError
