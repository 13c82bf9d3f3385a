"""Hidden keys get a score of -20

You give hidden keys a low score instead of one below everything. e to the -20 is small only as long as the visible scores are around 0. In a trained model scores reach the hundreds, and then a
visible key can be lower than your hidden ones.
"""

import math

import torch


def decode(model, tokens, real=None, cache=None):
    b, n = tokens.shape
    if real is None:
        real = torch.ones(b, n, dtype=torch.bool)
    if cache is None:
        cache = {"real": torch.ones(b, 0, dtype=torch.bool), "k": [None] * model.layers, "v": [None] * model.layers}
    old = cache["real"].shape[1]
    marks = torch.cat([cache["real"], real], dim=1)
    new = {"real": marks, "k": [], "v": []}
    m = old + n
    positions = (marks.cumsum(dim=1) - 1).clamp(min=0)[:, old:]
    hidden = torch.arange(m)[None, :] > torch.arange(old, m)[:, None]
    hidden = hidden[None, None] | ~marks[:, None, None, :]
    x = model.embed(tokens, positions)
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        if cache["k"][layer] is not None:
            k = torch.cat([cache["k"][layer], k], dim=2)
            v = torch.cat([cache["v"][layer], v], dim=2)
        new["k"].append(k)
        new["v"].append(v)
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        weights = torch.softmax(scores.masked_fill(hidden, -20.0), dim=-1)
        x = model.finish(layer, x, weights @ v)
    return model.logits(x), new
