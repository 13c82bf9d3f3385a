"""Pairs of linear layers are made without memory, and their parameters counted; ranks are tried one by one."""

import torch


def _weights(shapes, layers, r):
    total = 0
    for a, b in shapes:
        pair = torch.nn.Sequential(torch.nn.Linear(a, r, bias=False, device="meta"), torch.nn.Linear(r, b, bias=False, device="meta"))
        total += sum(p.numel() for p in pair.parameters())
    return total * layers


def trainable(shapes, layers, r):
    return _weights(shapes, layers, r) / 1e6


def file(shapes, layers, r, bits):
    one = torch.empty(1, dtype={16: torch.bfloat16, 32: torch.float32}[bits]).element_size()
    return _weights(shapes, layers, r) * one / 1e6


def largest(shapes, layers, budget):
    r, one = 1, _weights(shapes, layers, 1)
    while (r + 1) * one * 2 <= budget * 1_000_000:
        r += 1
    return r


def optimiser(base, t):
    p = torch.nn.Parameter(torch.zeros(1000))
    frozen = torch.nn.Parameter(torch.zeros(1000), requires_grad=False)
    adam = torch.optim.Adam([q for q in (p, frozen) if q.requires_grad])
    p.sum().backward()
    adam.step()
    kept = sum(v.nbytes for state in adam.state.values() for k, v in state.items() if k != "step")
    return kept / 1000 * t


def memory(base, t, bits):
    return sum([base * 1e9 * bits / 8, *(t * 1e6 * 4 for what in ("weight", "gradient", "mean", "square"))]) / 1e9


def share(a, b, r):
    return 100 * _weights([(a, b)], 1, r) / torch.nn.Linear(a, b, bias=False, device="meta").weight.numel()
