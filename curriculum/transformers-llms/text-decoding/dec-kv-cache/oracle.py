"""The full pass over each text alone, without padding, by torch's own attention; the cache is the text."""

import torch
import torch.nn.functional as F


def decode(model, tokens, real=None, cache=None):
    b, n = tokens.shape
    real = torch.ones(b, n, dtype=torch.bool) if real is None else real
    if cache is not None:
        tokens, real = torch.cat([cache[0], tokens], 1), torch.cat([cache[1], real], 1)
    rows = []
    for text, mark in zip(tokens, real):
        x = model.embed(text[mark][None], torch.arange(int(mark.sum()))[None])
        for layer in range(model.layers):
            q, k, v = model.split(layer, x)
            x = model.finish(layer, x, F.scaled_dot_product_attention(q, k, v, is_causal=True))
        logits = model.logits(x)[0]
        row = torch.zeros(len(text), logits.shape[-1])
        row[mark] = logits
        rows.append(row)
    return torch.stack(rows)[:, -n:], (tokens, real)
