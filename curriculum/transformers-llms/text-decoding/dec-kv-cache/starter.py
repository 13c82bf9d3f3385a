"""Decoding without a cache: right for one call, blind to what came before."""

import torch


def decode(model, tokens, real=None, cache=None):
    """Return (logits, cache) for the new tokens (b, n); `cache` is what the call before returned."""
    b, n = tokens.shape
    positions = torch.arange(n).expand(b, n)
    later = torch.ones(n, n, dtype=torch.bool).triu(1)
    x = model.embed(tokens, positions)
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        scores = q @ k.mT / q.shape[-1] ** 0.5
        weights = scores.masked_fill(later, -torch.inf).softmax(dim=-1)
        x = model.finish(layer, x, weights @ v)
    return model.logits(x), None
