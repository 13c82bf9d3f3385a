"""Triangles by cumulative sums, the window as a difference of two triangles; exponentials by hand."""

import torch


def causal_mask(n):
    return torch.eye(n).cumsum(0).bool()


def window_mask(n, width):
    whole = torch.ones(n, n)
    return (whole.tril() - whole.tril(-width)) > 0


def prefix_mask(n, prefix):
    rows = [torch.logical_or(causal_mask(n), (torch.arange(n) < p).expand(n, n)) for p in prefix]
    return torch.stack(rows)


def padding_mask(lengths, n):
    out = torch.zeros(len(lengths), n, dtype=torch.bool)
    for row, length in zip(out, lengths.tolist()):
        row[:length] = True
    return out


def batch_mask(lengths, n, width=None, prefix=None):
    out = torch.zeros(lengths.shape[0], 1, n, n, dtype=torch.bool)
    for b in range(lengths.shape[0]):
        out[b, 0] = causal_mask(n) if width is None else window_mask(n, width)
        if prefix is not None:
            out[b, 0, :, : prefix[b]] = True
        out[b, 0, :, lengths[b] :] = False
    return out


def masked_softmax(scores, visible):
    low = scores.clone()
    low[~visible.expand_as(scores)] = -torch.inf
    top = low.max(dim=-1, keepdim=True).values
    e = torch.exp(low - torch.where(top.isinf(), torch.zeros_like(top), top))
    return e / e.sum(dim=-1, keepdim=True).clamp(min=1e-30)
