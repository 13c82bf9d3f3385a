"""Rotary positions for queries and keys."""

import torch


def rotate(x, positions, layout="half", base=10000.0):
    """Turn each pair of numbers by its position times its speed."""
    raise NotImplementedError


def to_half_layout(weight, heads):
    """Rows of an interleaved projection, reordered for the half-split layout."""
    raise NotImplementedError


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    """Causal attention of new tokens; returns (out, cache)."""
    raise NotImplementedError
