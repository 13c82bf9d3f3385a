"""Pack documents into rows of one length."""

import numpy as np


def pack(documents, length, separator, padding):
    """Return {"tokens", "document", "positions", "labels"}, arrays of shape (rows, length)."""
    raise NotImplementedError


def attention_mask(document):
    """Who may see whom: True or False, shape (rows, length, length)."""
    raise NotImplementedError
