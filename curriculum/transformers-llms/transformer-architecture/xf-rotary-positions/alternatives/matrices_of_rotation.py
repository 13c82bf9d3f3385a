"""Rotation matrices built for all positions at once and applied by einsum; a class for the cache."""

import torch


class _Past:
    def __init__(self, k, v):
        self.k, self.v = k, v

    def with_more(self, k, v):
        return _Past(torch.cat((self.k, k), dim=2), torch.cat((self.v, v), dim=2))

    def __len__(self):
        return self.k.shape[2]


def rotate(x, positions, layout="half", base=10000.0):
    *_, d = x.shape
    if d % 2:
        raise ValueError("odd")
    match layout:
        case "half":
            first, second = torch.arange(d // 2), torch.arange(d // 2, d)
        case "interleaved":
            first, second = torch.arange(0, d, 2), torch.arange(1, d, 2)
        case _:
            raise ValueError(layout)
    angle = positions.double().unsqueeze(-1) * torch.pow(base, -torch.linspace(0, 1, d // 2 + 1, dtype=torch.float64)[:-1])
    m = torch.zeros(*positions.shape, d, d, dtype=torch.float64)
    m[..., first, first] = m[..., second, second] = torch.cos(angle)
    m[..., first, second] = -torch.sin(angle)
    m[..., second, first] = torch.sin(angle)
    rule = "bnij,bhnj->bhni" if positions.dim() == 2 else "nij,bhnj->bhni"
    return torch.einsum(rule, m, x.double()).to(x.dtype)


def to_half_layout(weight, heads):
    index = torch.arange(len(weight)).reshape(heads, -1)
    return weight[torch.cat([index[:, ::2], index[:, 1::2]], dim=1).flatten()]


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    before = 0 if cache is None else len(cache)
    places = torch.arange(q.shape[2]) + before
    turned = rotate(k, places, layout, base)
    cache = _Past(turned, v) if cache is None else cache.with_more(turned, v)
    scores = rotate(q, places, layout, base) @ cache.k.mT
    scores = torch.where(places[:, None] >= torch.arange(len(cache)), scores, torch.finfo(scores.dtype).min)
    return torch.softmax(scores / q.shape[-1] ** 0.5, dim=-1) @ cache.v, cache
