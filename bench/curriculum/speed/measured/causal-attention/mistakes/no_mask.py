"""Forgets the mask

Every position sees the ones after it: hide them before the softmax."""

import math

import torch


def attention(query, key, value):
    scores = query @ key.transpose(-2, -1) / math.sqrt(query.shape[-1])
    return torch.softmax(scores, dim=-1) @ value
