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
    """For each part: how often an entry of what it adds is dropped, and how many different sizes the others have, when it adds the same
    number everywhere to a stream of zeros and the other part adds nothing."""
    block, found = _block(sizes, how, state, training), {}
    for part, ones in {"attention": ("attention.v.bias", "attention.out.weight"), "feed-forward": ("up.bias", "down.weight")}.items():
        with torch.no_grad():
            for name, p in block.named_parameters():
                p.fill_(1.0 if name in ones else 0.0)
            added = block(torch.zeros(1, 1500, sizes[0]))
        found[part] = {"dropped": float((added == 0).float().mean()), "sizes": int(added[added != 0].round(decimals=2).unique().numel())}
    return found


def gradients(sizes, how, state, x, mask, training):
    """Gradients of a fixed sum of the output with respect to x and all parameters."""
    block = _block(sizes, how, state, training)
    named = dict(block.named_parameters()) | {"x": x.requires_grad_()}
    output = block(x, mask=mask)
    (output * torch.arange(1.0, 1 + output.numel()).view(output.shape).cos()).sum().backward()
    return {name: t.grad for name, t in named.items()}
