"""More in the first block than behind it, and a rate that rises and falls in straight lines."""

import torch

from earlier.peft_lora_layer import LoRALinear

KINDS = ("q", "k", "v", "o", "up", "down")


def _swap(block, name, rank):
    setattr(block, name, LoRALinear(getattr(block, name), rank, rank))
    return getattr(block, name)


def adapt(model, names, rank):
    model.requires_grad_(False)
    for block in model.blocks:
        [_swap(block, name, rank) for name in names]
    return model


def counts(model):
    sizes = torch.tensor([[p.numel() * p.requires_grad, p.numel()] for p in model.parameters()])
    return tuple(sizes.sum(0).tolist())


def adapter_state(model):
    state = {}
    for i, block in enumerate(model.blocks):
        for name in KINDS:
            layer = getattr(block, name)
            if isinstance(layer, LoRALinear):
                state |= {f"blocks.{i}.{name}.{f}": getattr(layer, f).detach().clone() for f in "AB"}
    return state


def load_adapter(model, state):
    model.requires_grad_(False)
    for key, value in state.items():
        _, i, name, factor = key.split(".")
        block = model.blocks[int(i)]
        layer = getattr(block, name)
        if not isinstance(layer, LoRALinear):
            layer = _swap(block, name, value.shape[0 if factor == "A" else 1])
        getattr(layer, factor).data = value.clone()
    return model


def tune(model, batches):
    model.requires_grad_(False)
    for block, rank in zip(model.blocks, (3, 2)):
        for name in ("q", "v"):
            _swap(block, name, rank)
    learn = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.Adam(learn, lr=0.04)
    for step, (ids, labels) in enumerate(batches * 2):
        part = step / len(batches) / 2
        optimiser.param_groups[0]["lr"] = 0.05 * min(1, 4 * part + 0.02, 1.6 * (1 - part))
        optimiser.zero_grad()
        wanted = labels != -100
        torch.nn.functional.cross_entropy(model(ids)[wanted], labels[wanted]).backward()
        optimiser.step()
    return model
