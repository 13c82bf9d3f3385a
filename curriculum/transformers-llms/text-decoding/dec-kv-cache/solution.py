"""Decoding with a cache of keys, values and which of them are real."""

import torch


def decode(model, tokens, real=None, cache=None):
    """Return (logits, cache) for the new tokens (b, n); the given cache is left as it is."""
    b, n = tokens.shape
    if real is None:
        real = torch.full((b, n), True)
    if cache is not None:
        real = torch.cat([cache[0], real], dim=1)
    total = real.shape[1]
    positions = real.cumsum(dim=1)[:, -n:] - 1
    visible = real[:, None, None, :] & torch.ones(n, total).tril(total - n).bool()
    x = model.embed(tokens, positions)
    kept = []
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        if cache is not None:
            k, v = (torch.cat(pair, dim=2) for pair in zip(cache[1][layer], (k, v)))
        kept.append((k, v))
        scores = q @ k.mT / q.shape[-1] ** 0.5
        # a finite floor: padding that sees nothing stays finite, and so does what is multiplied with it
        weights = scores.masked_fill(~visible, torch.finfo(scores.dtype).min).softmax(dim=-1)
        x = model.finish(layer, x, weights @ v)
    return model.logits(x), (real, kept)
