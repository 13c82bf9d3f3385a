"""cos and sin written out to the full size, as Hugging Face's Llama does; a boolean mask from arange."""

import torch


def _other(x, layout):
    if layout == "half":
        a, b = x.chunk(2, dim=-1)
        return torch.cat((-b, a), dim=-1)
    return torch.stack((-x[..., 1::2], x[..., ::2]), dim=-1).reshape(x.shape)


def rotate(x, positions, layout="half", base=10000.0):
    if x.shape[-1] % 2 or layout not in {"half", "interleaved"}:
        raise ValueError(f"{layout}, {x.shape[-1]}")
    inverse = 1.0 / (base ** (torch.arange(0, x.shape[-1], 2, dtype=torch.float64) / x.shape[-1]))
    freqs = torch.einsum("...n,f->...nf", positions.to(torch.float64), inverse)
    full = torch.cat((freqs, freqs), dim=-1) if layout == "half" else freqs.repeat_interleave(2, dim=-1)
    full = full.unsqueeze(1) if positions.dim() == 2 else full
    return x * full.cos().to(x.dtype) + _other(x, layout) * full.sin().to(x.dtype)


def to_half_layout(weight, heads):
    rows, width = weight.shape
    return weight.view(heads, rows // heads // 2, 2, width).transpose(1, 2).reshape(rows, width)


def attend(q, k, v, cache=None, layout="half", base=10000.0):
    start = cache["n"] if cache else 0
    n = q.size(2)
    where = torch.arange(start, start + n)
    k = rotate(k, where, layout, base)
    if cache:
        k, v = torch.cat((cache["k"], k), 2), torch.cat((cache["v"], v), 2)
    mask = torch.arange(start + n) <= where[:, None]
    out = torch.nn.functional.scaled_dot_product_attention(rotate(q, where, layout, base), k, v, attn_mask=mask)
    return out, {"k": k, "v": v, "n": start + n}
