"""The figures of the lesson, computed with the solution."""

import torch
from answer import LoRALinear
from torch import nn


def worked():
    """A layer of two by two with rank 1, before and after merging."""
    width, rank = 576, 8
    pair = rank * width + width * rank
    if pair != 9216 or width**2 != 331776:
        raise ValueError("the sizes are others")
    base = nn.Linear(2, 2, bias=False).double()
    alpha, x = 2, torch.ones(2, dtype=torch.float64)
    with torch.no_grad():
        base.weight.copy_(torch.eye(2))
        layer = LoRALinear(base, 1, alpha)
        layer.A.copy_(torch.tensor([[1, 2]]))
        layer.B.copy_(torch.tensor([[3], [0]]))
        thin, product, out = layer.A @ x, layer.B @ layer.A, layer(x)
        start = base.weight.clone()
        layer.merge()
        if not torch.equal(layer(x), out):
            raise ValueError("merging changes the output")
        return [
            pair / width**2,
            layer.A,
            layer.B,
            alpha,
            x,
            thin,
            product,
            product @ x,
            alpha * product @ x,
            out,
            start,
            base.weight,
            layer(x),
        ]
