"""A loop over pairs with index lists; attention row by row; a list of pieces as the cache."""

import math

import torch


def rotate(x, positions, layout="half", base=10000.0):
    size = x.shape[-1]
    pairs = {"half": [(i, i + size // 2) for i in range(size // 2)], "interleaved": [(2 * i, 2 * i + 1) for i in range(size // 2)]}
    if size & 1 or layout not in pairs:
        raise ValueError("rotate")
    out = x.clone()
    for i, (first, second) in enumerate(pairs[layout]):
        angle = positions.double() / base ** (2 * i / size)
        angle = angle[:, None, :] if angle.dim() == 2 else angle[None, None, :]
        c, s = torch.cos(angle), torch.sin(angle)
        out[..., first] = (x[..., first] * c - x[..., second] * s).to(x.dtype)
        out[..., second] = (x[..., second] * c + x[..., first] * s).to(x.dtype)
    return out


def to_half_layout(weight, heads):
    blocks = weight.reshape(heads, -1, weight.shape[1])
    return torch.cat([torch.cat([one[0::2], one[1::2]]) for one in blocks])


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    pieces = list(cache) if cache else []
    start = sum(piece[0].shape[2] for piece in pieces)
    at = torch.arange(start, start + q.shape[2])
    pieces.append((rotate(k, at, layout, base), v))
    keys, values = (torch.cat([piece[i] for piece in pieces], dim=2) for i in (0, 1))
    turned = rotate(q, at, layout, base)
    rows = []
    for i in range(q.shape[2]):
        seen = start + i + 1
        weights = torch.softmax(turned[:, :, i : i + 1] @ keys[:, :, :seen].mT / math.sqrt(q.shape[-1]), dim=-1)
        rows.append(weights @ values[:, :, :seen])
    return torch.cat(rows, dim=2), pieces
