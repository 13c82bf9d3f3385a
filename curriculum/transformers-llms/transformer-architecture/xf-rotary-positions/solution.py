"""Pairs of numbers turned by position times speed, before query meets key."""

import torch


def rotate(x, positions, layout="half", base=10000.0):
    """Each pair turned; angles in double precision."""
    d = x.shape[-1]
    if d % 2 or layout not in ("half", "interleaved"):
        raise ValueError("an even size and one of the two layouts are needed")
    angles = positions[..., None] * base ** (torch.arange(0, d, 2).double() / -d)
    turn = torch.polar(torch.ones_like(angles), angles)
    if positions.ndim == 2:
        turn = turn[:, None]  # the same for all heads of a text
    halves = x.double().unflatten(-1, (2, -1)) if layout == "half" else x.double().unflatten(-1, (-1, 2)).mT
    turned = torch.complex(halves[..., 0, :], halves[..., 1, :]) * turn
    pairs = torch.stack([turned.real, turned.imag], dim=-2 if layout == "half" else -1)
    return pairs.flatten(-2).to(x.dtype)


def to_half_layout(weight, heads):
    """Even rows of each head first, then its odd ones."""
    return weight.unflatten(0, (heads, -1, 2)).transpose(1, 2).flatten(0, 2)


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    """Causal attention over the cache and the new tokens, keys kept as turned."""
    n = q.shape[2]
    old = 0 if cache is None else cache[0].shape[2]
    q, k = (rotate(one, torch.arange(old, old + n), layout, base) for one in (q, k))
    if cache is not None:
        k, v = (torch.cat(pair, dim=2) for pair in zip(cache, (k, v)))
    later = torch.ones(n, old + n).triu(old + 1).bool()
    scores = q @ k.mT / q.shape[-1] ** 0.5
    return scores.masked_fill(later, -torch.inf).softmax(dim=-1) @ v, (k, v)
