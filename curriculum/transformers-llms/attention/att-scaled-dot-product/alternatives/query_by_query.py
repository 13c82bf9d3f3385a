"""Plain loops over batch and queries; only the visible keys take part."""

import torch


def _one(q, k, v, bias):
    weights = q.new_zeros(len(k))
    seen = [j for j in range(len(k)) if bias[j] != float("-inf")]
    if seen:
        s = torch.stack([(q * k[j]).sum() / len(q) ** 0.5 + bias[j] for j in seen])
        s = torch.exp(s - s.max())
        weights[seen] = s / s.sum()
    return weights


def attention(q, k, v, mask=None, causal=False):
    lead, n, m = q.shape[:-2], q.shape[-2], k.shape[-2]
    bias = torch.zeros(*lead, n, m, dtype=q.dtype)
    if mask is not None:
        bias = bias + mask
    Q, K, V, B = (t.reshape(-1, *t.shape[-2:]) for t in (q, k, v, bias))
    weights = torch.zeros_like(B)
    for i in range(len(Q)):
        for t in range(n):
            b = B[i, t].clone()
            if causal:
                b[t + 1 :] = float("-inf")
            weights[i, t] = _one(Q[i, t], K[i], V[i], b)
    out = torch.stack([w @ x for w, x in zip(weights, V)])
    return out.reshape(*lead, n, v.shape[-1]), weights.reshape(*lead, n, m)
