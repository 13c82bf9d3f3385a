"""Put drawn numbers into the module of the answer and use it; a dispatch mode watches what the lookup makes."""

import answer
import torch
from torch.utils._python_dispatch import TorchDispatchMode


class Largest(TorchDispatchMode):
    """The most numbers that any operation made."""

    size = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        made = func(*args, **(kwargs or {}))
        for t in made if isinstance(made, (tuple, list)) else [made]:
            self.size = max(self.size, t.numel() if isinstance(t, torch.Tensor) else 0)
        return made


def _module(words, width, pad, table):
    module = answer.TokenEmbedding(words, width, pad)
    with torch.no_grad():
        for p in module.parameters():
            if p.shape == table.shape:
                p.copy_(table)
            else:
                p.zero_()
    return module


def use(words, width, pad, table, tokens, hidden):
    """Vectors and logits, and whether a tensor of tokens times words was made for the vectors."""
    module = _module(words, width, pad, table)
    with torch.no_grad(), Largest() as largest:
        vectors = module(tokens)
    with torch.no_grad():
        return {"vectors": vectors, "logits": module.logits(hidden), "full_size": words > 100 and largest.size >= tokens.numel() * words}


def new(words, width, pad):
    """Shapes of the parameters, spread of the rows, size of the padding row."""
    parameters = list(answer.TokenEmbedding(words, width, pad).parameters())
    table = parameters[0].detach()
    keep = [i for i in range(words) if i != pad]
    row = 0.0 if pad is None else table[pad].abs().max().item()
    return {"parameters": [list(p.shape) for p in parameters], "mean": table[keep].mean().item(), "spread": table[keep].std().item(), "padding": row}


def _loss(module, tokens, hidden, targets):
    vectors, shares = module(tokens), module.logits(hidden).log_softmax(-1)
    return (vectors * torch.arange(1.0, 1 + vectors.numel()).view(vectors.shape).cos()).sum() - shares.gather(-1, targets[..., None]).sum()


def gradients(words, width, pad, table, tokens, hidden, targets):
    """Gradients of a loss that uses both methods."""
    module = _module(words, width, pad, table)
    hidden.requires_grad_()
    _loss(module, tokens, hidden, targets).backward()
    return {"parameters": [p.grad for p in module.parameters()], "hidden": hidden.grad}


def one_step(words, width, pad, table, tokens, hidden, targets):
    """Vectors and logits after one step of SGD."""
    module = _module(words, width, pad, table)
    optimiser = torch.optim.SGD(module.parameters(), lr=0.1)
    _loss(module, tokens, hidden, targets).backward()
    optimiser.step()
    with torch.no_grad():
        return {"vectors": module(tokens), "logits": module.logits(hidden)}
