"""A call with several tokens is as many calls with one; the cache is a chain of tuples."""

import torch


def _one(model, token, mark, chain):
    count = torch.zeros(len(token), dtype=torch.long) if chain is None else chain[1]
    x = model.embed(token, count[:, None])
    links, at = [], chain
    while at is not None:
        links.append(at[0])
        at = at[2]
    mine = []
    for layer in range(model.layers):
        q, k, v = model.qkv(layer, x)
        mine.append((k, v))
        marks = torch.stack([mark] + [m for m, _ in links], dim=-1)[:, None, None, :]
        K = torch.cat([k] + [kv[layer][0] for _, kv in links], dim=2)
        V = torch.cat([v] + [kv[layer][1] for _, kv in links], dim=2)
        scores = (q * K).sum(-1).unsqueeze(2) / q.size(-1) ** 0.5
        top = torch.where(marks, scores, torch.tensor(-1e30)).amax(-1, keepdim=True)
        e = torch.exp((scores - top).clamp(max=0.0)) * marks
        weights = e / e.sum(-1, keepdim=True).clamp(min=1e-30)
        x = model.finish(layer, x, weights @ V)
    return model.logits(x), ((mark, mine), count + mark, chain)


def decode(model, tokens, real=None, cache=None):
    out = []
    for i in range(tokens.shape[1]):
        mark = torch.ones(len(tokens), dtype=torch.bool) if real is None else real[:, i]
        logits, cache = _one(model, tokens[:, i : i + 1], mark, cache)
        out.append(logits)
    return torch.cat(out, dim=1), cache
