"""The figures of the lesson, computed with the solution."""

import torch
from answer import Block


def worked():
    """One token of width 2 through a block, in both orders."""
    return [_path(True), _path(False), 1, 2]


def _path(pre_norm):
    """What goes into each part, what each adds, and the result."""
    block = Block(2, 1, 1, pre_norm=pre_norm)
    seen = {}
    with torch.no_grad():
        for p in block.parameters():
            p.zero_()
        block.norm1.weight.fill_(1)
        block.norm2.weight.fill_(1)
        block.attention.v.weight.copy_(2 * torch.eye(2))
        block.attention.out.weight.copy_(torch.eye(2))
        block.up.weight.copy_(torch.tensor([[20.0, 0]]))
        block.down.weight.copy_(torch.tensor([[0.5], [0.25]]))
        for name in ("attention", "up", "down"):
            getattr(block, name).register_forward_hook(
                lambda part, given, out, name=name: seen.update({name: [given[0], out[0] if name == "attention" else out]})
            )
        x = torch.tensor([[[30.0, 10]]])
        result = block(x)
    total = x + seen["attention"][1]
    before = seen["up"][0] + seen["down"][1]
    return [x, seen["attention"], total, seen["up"], seen["down"], block.up.weight, block.down.weight, before, result]
