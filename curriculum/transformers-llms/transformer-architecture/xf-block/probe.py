"""Make the block of the answer, load drawn weights by name, and run it in a given mode."""

import answer
import torch


def _block(sizes, how, state, training):
    block = answer.Block(*sizes, **how)
    if not isinstance(block, torch.nn.Module):
        raise TypeError("Block must be a torch.nn.Module")
    block.load_state_dict(state)
    return block.train(training)


def run(sizes, how, state, x, mask, training):
    """The block's output, without gradients."""
    with torch.no_grad():
        return _block(sizes, how, state, training)(x, mask=mask)


def share(sizes, how, state, x, mask, training):
    """How often an entry of what attention adds is dropped, when it adds ones to a stream of zeros and feed-forward adds nothing."""
    block = _block(sizes, how, state, training)
    with torch.no_grad():
        for name, p in block.named_parameters():
            p.fill_(1.0 if name == "attention.out.bias" else 0.0)
        x = torch.zeros(1, 3000, sizes[0])
        return float((block(x) == x).float().mean())


def gradients(sizes, how, state, x, mask, training):
    """Gradients of a fixed sum of the output with respect to x and all parameters."""
    block = _block(sizes, how, state, training)
    named = dict(block.named_parameters()) | {"x": x.requires_grad_()}
    output = block(x, mask=mask)
    (output * torch.arange(1.0, 1 + output.numel()).view(output.shape).cos()).sum().backward()
    return {name: t.grad for name, t in named.items()}
