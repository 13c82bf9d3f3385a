"""Scaled dot-product attention."""

import torch


def attention(q, k, v, mask=None, causal=False):
    """Return (output, weights) for queries (..., n, d), keys (..., m, d) and values (..., m, e).

    mask is added to the scores; causal lets query i see the keys 0..i only.
    """
    raise NotImplementedError
