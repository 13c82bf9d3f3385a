"""view_as_complex for neighbours, a permutation for halves; the cache keeps plain keys and turns them each time."""

import torch


def rotate(x, positions, layout="half", base=10000.0):
    d = x.shape[-1]
    if layout == "half" and d % 2 == 0:
        mixed = torch.arange(d).view(2, -1).T.reshape(-1)
        out = torch.empty_like(x)
        out[..., mixed] = rotate(x[..., mixed], positions, "interleaved", base)
        return out
    if layout != "interleaved" or d % 2:
        raise ValueError("no such layout, or no pairs")
    z = torch.view_as_complex(x.to(torch.float64).reshape(*x.shape[:-1], d // 2, 2).contiguous())
    w = torch.exp(-torch.log(torch.tensor(base, dtype=torch.float64)) * torch.arange(d // 2) * 2 / d)
    phase = torch.exp(1j * positions.unsqueeze(-1) * w)
    if positions.ndim > 1:
        phase = phase.unsqueeze(-3)
    return torch.view_as_real(z * phase).flatten(-2).type_as(x)


def to_half_layout(weight, heads):
    out = torch.empty_like(weight)
    d = len(weight) // heads
    for h in range(heads):
        for r in range(d):
            out[h * d + r // 2 + (d // 2) * (r % 2)] = weight[h * d + r]
    return out


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    keys = k if cache is None else torch.cat([cache[0], k], dim=-2)
    values = v if cache is None else torch.cat([cache[1], v], dim=-2)
    total, n = keys.shape[-2], k.shape[-2]
    turned = rotate(keys, torch.arange(total), layout, base)
    query = rotate(q, torch.arange(total - n, total), layout, base)
    scores = torch.einsum("bhid,bhjd->bhij", query, turned) * q.shape[-1] ** -0.5
    scores = scores + torch.full((n, total), float("-inf"), dtype=scores.dtype).triu(total - n + 1)
    return torch.einsum("bhij,bhjd->bhid", scores.softmax(-1), values), (keys, values)
