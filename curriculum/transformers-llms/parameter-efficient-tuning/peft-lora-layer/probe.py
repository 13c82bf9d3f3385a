"""Build layers, copy factors into them, and do what a training run and a server do."""

import torch
from torch import nn

import answer


def _linear(weight, bias):
    linear = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None, dtype=weight.dtype)
    with torch.no_grad():
        linear.weight.copy_(weight)
        if bias is not None:
            linear.bias.copy_(bias)
    return linear


def _told(layer):
    """True or False as a number, so that a text or None is noticed."""
    if not isinstance(layer.merged, bool):
        raise TypeError(f"merged must be True or False, not {layer.merged!r}")
    return int(layer.merged)


def _kind(A):
    if not A.count_nonzero():
        return "all zero"
    if A.unique().numel() < A.numel():
        return "with equal entries"
    return "random" if A.numel() < 12 or bool((A > 0).any() and (A < 0).any()) else "of one sign"


def new(weight, bias, rank, alpha, x):
    """What a fresh layer is like."""
    linear = _linear(weight, bias)
    layer = answer.LoRALinear(linear, rank, alpha)
    A, B = layer.A.detach(), layer.B.detach()
    return {
        "output": layer(x).detach(), "shape_of_A": list(A.shape), "shape_of_B": list(B.shape), "B": B, "A": _kind(A), "dtypes": [str(A.dtype), str(B.dtype)],
        "frozen": [int(not p.requires_grad) for p in linear.parameters()], "trainable": sum(p.numel() for p in layer.parameters() if p.requires_grad),
        "same_linear": int(layer.linear is linear), "merged": _told(layer),
    }


def acted(weight, bias, A, B, alpha, x, actions):
    """After each action: the output, the weight and whether it is merged."""
    layer = answer.LoRALinear(_linear(weight, bias), A.shape[0], alpha)
    with torch.no_grad():
        layer.A.copy_(A)
        layer.B.copy_(B)
    seen = []
    for action in ["", *actions]:
        if action:
            getattr(layer, action)()
        seen.append({"after": action, "frozen": [int(not p.requires_grad) for p in layer.linear.parameters()], "output": layer(x).detach().clone(), "weight": layer.linear.weight.detach().clone(), "merged": _told(layer)})
    return seen


def gradients(weight, bias, A, B, alpha, x):
    """Gradients of the mean square of the output."""
    linear = _linear(weight, bias)
    layer = answer.LoRALinear(linear, A.shape[0], alpha)
    with torch.no_grad():
        layer.A.copy_(A)
        layer.B.copy_(B)
    layer(x).pow(2).mean().backward()
    return {"A": layer.A.grad, "B": layer.B.grad, "base": [int(p.grad is not None) for p in linear.parameters()]}


def trained(weight, bias, rank, alpha, x, target, steps):
    """Two stretches of training with a merge and an unmerge between; did the loss fall, is the base what it was?"""
    layer = answer.LoRALinear(_linear(weight, bias), rank, alpha)
    optimiser = torch.optim.Adam([p for p in layer.parameters() if p.requires_grad], lr=0.05)
    losses = []
    for stretch in range(2):
        for _ in range(steps):
            optimiser.zero_grad()
            loss = (layer(x) - target).pow(2).mean()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        before = layer(x).detach()
        layer.merge()
        same = bool(torch.allclose(layer(x).detach(), before, rtol=1e-6, atol=1e-8))
        layer.unmerge()
    return {"fell": int(losses[-1] < 0.2 * losses[0]), "merge_is_silent": int(same), "weight": layer.linear.weight.detach()}
