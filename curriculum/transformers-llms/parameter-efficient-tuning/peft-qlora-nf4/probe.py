"""Codes and scales there and back, and what a layer holds, computes and learns."""

import torch

import answer


def coded(weight, block):
    """Codes as numbers, scales, and the weights that come back."""
    codes, scales = answer.quantise(weight, block)
    back = answer.dequantise(codes, scales, block)
    return {"codes": codes.long(), "type": str(codes.dtype), "scales": scales, "back": back.detach()}


def back(codes, scales, block):
    """Weights from given codes."""
    return answer.dequantise(codes.to(torch.uint8), scales, block)


def layer(weight, A, B, alpha, block, x):
    """A fresh layer, then one with given factors: output and gradients."""
    made = answer.QLoRALinear(weight, A.shape[0], alpha, block)
    x = x.clone().requires_grad_(True)
    fresh = made(x).detach()
    names = sorted(name for name, p in made.named_parameters() if p.requires_grad)
    start = {"B_is_zero": int(not made.B.detach().count_nonzero()), "A_is_random": int(made.A.detach().unique().numel() == made.A.numel())}
    held = sorted(tuple(t.shape) for t in made.state_dict().values() if t.is_floating_point())
    with torch.no_grad():
        made.A.copy_(A)
        made.B.copy_(B)
    out = made(x)
    leaves = [made.A, made.B, x]
    gradients = torch.autograd.grad(out.pow(2).mean(), leaves, allow_unused=True)
    gradients = [torch.zeros_like(p) if g is None else g for g, p in zip(gradients, leaves)]
    saved = sorted(made.state_dict())
    with torch.no_grad():
        if isinstance(getattr(made, "scales", None), torch.Tensor):
            made.scales.mul_(2)
        doubled = made(x).detach()
    return {
        "fresh": fresh, "trainable": names, "start": start, "saved": [n for n in ("A", "B", "codes", "scales") if n in saved],
        "floats_held": [list(s) for s in held], "output": out.detach(), "with_doubled_scales": doubled, "gradients": gradients,
    }
