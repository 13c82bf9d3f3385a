"""Joins the pairs in the other order

You turn the right pairs and put them together in the other layout's order. Scores between such vectors are right, but a key from elsewhere does not
fit; each number stays in its place.
"""

import math

import torch


def rotate(x, positions, layout="half", base=10000.0):
    d = x.shape[-1]
    if d % 2 != 0:
        raise ValueError("odd size")
    if layout not in ("half", "interleaved"):
        raise ValueError("layout")
    i = torch.arange(d // 2, dtype=torch.float64)
    speed = base ** (-2 * i / d)
    angle = positions.double()[..., None] * speed
    if angle.ndim == 3:
        angle = angle[:, None]
    cos, sin = angle.cos(), angle.sin()
    out = torch.empty(x.shape, dtype=torch.float64)
    if layout == "half":
        first, second = slice(0, d // 2), slice(d // 2, d)
    else:
        first, second = slice(0, d, 2), slice(1, d, 2)
    a, b = x[..., first].double(), x[..., second].double()
    out[..., first] = a * cos - b * sin
    out[..., second] = a * sin + b * cos
    if layout == "half":
        out = torch.stack([out[..., first], out[..., second]], dim=-1).flatten(-2)
    else:
        out = torch.cat([out[..., first], out[..., second]], dim=-1)
    return out.to(x.dtype)


def to_half_layout(weight, heads):
    d = weight.shape[0] // heads
    order = [h * d + r for h in range(heads) for r in [*range(0, d, 2), *range(1, d, 2)]]
    return weight[order]


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    n = q.shape[2]
    past = cache[0].shape[2] if cache is not None else 0
    places = torch.arange(n) + past
    q = rotate(q, places, layout, base)
    k = rotate(k, places, layout, base)
    if cache is not None:
        k = torch.cat([cache[0], k], dim=2)
        v = torch.cat([cache[1], v], dim=2)
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    visible = torch.arange(past + n)[None, :] <= places[:, None]
    scores = scores.masked_fill(~visible, -math.inf)
    return scores.softmax(dim=-1) @ v, (k, v)
