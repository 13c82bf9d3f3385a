"""Changes the cache it was given

You append to the lists inside the given cache. As long as each cache is used once all is well. Beam search, and every chat that is continued twice from the same prompt, uses it
twice, and the second continuation finds the first one's tokens in its past.
"""

import torch


def decode(model, tokens, real=None, cache=None):
    b, n = tokens.shape
    if cache is None:
        cache = {"real": [], "kv": [[] for _ in range(model.layers)]}
    cache["real"].append(torch.ones(b, n, dtype=torch.bool) if real is None else real)
    marks = torch.cat(cache["real"], dim=1)
    m = marks.shape[1]
    hidden = torch.arange(m) > torch.arange(m - n, m)[:, None]
    hidden = hidden | ~marks[:, None, None, :]
    x = model.embed(tokens, (marks.cumsum(dim=1) - 1)[:, m - n :].clamp(min=0))
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        cache["kv"][layer].append((k, v))
        k = torch.cat([pair[0] for pair in cache["kv"][layer]], dim=2)
        v = torch.cat([pair[1] for pair in cache["kv"][layer]], dim=2)
        scores = q @ k.transpose(-1, -2) / k.shape[-1] ** 0.5
        x = model.finish(layer, x, scores.masked_fill(hidden, -1e30).softmax(dim=-1) @ v)
    return model.logits(x), cache
