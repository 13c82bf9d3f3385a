"""Tensors counted instead of numbers

You count how many parameters there are, not how many numbers stand in them. A tiny bias and a large matrix weigh the same then.
"""

import torch

from earlier.peft_lora_layer import LoRALinear


def _wrap(model, path, rank):
    """Put an adapter beside the linear layer of this path."""
    block, _, name = path.rpartition(".")
    setattr(model.get_submodule(block), name, LoRALinear(model.get_submodule(path), rank, rank))


def adapt(model, names, rank):
    model.requires_grad_(False)
    for i in range(len(model.blocks)):
        for name in names:
            _wrap(model, f"blocks.{i}.{name}", rank)
    return model


def counts(model):
    sizes = [(p.requires_grad, 1) for p in model.parameters()]
    return sum(n for trained, n in sizes if trained), sum(n for _, n in sizes)


def adapter_state(model):
    return {name: p.detach().clone() for name, p in model.named_parameters() if p.requires_grad}


def load_adapter(model, state):
    model.requires_grad_(False)
    for key, value in state.items():
        if key.endswith(".A"):
            _wrap(model, key.removesuffix(".A"), len(value))
    model.load_state_dict(state, strict=False)
    return model


def tune(model, batches):
    adapt(model, ["q", "v"], 2)
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad])
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 0.05, len(batches))
    for ids, labels in batches:
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(model(ids).mT, labels).backward()
        optimiser.step()
        schedule.step()
    return model
