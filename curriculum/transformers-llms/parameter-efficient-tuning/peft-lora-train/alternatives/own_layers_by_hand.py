"""A layer of its own, modules walked by name, every weight asked for its place."""

import math

import torch
import torch.nn.functional as F


class Beside(torch.nn.Module):
    def __init__(self, base, rank):
        super().__init__()
        self.base = base
        self.A = torch.nn.Parameter(torch.empty(rank, base.in_features).uniform_(-1, 1) * math.sqrt(3))
        self.B = torch.nn.Parameter(torch.zeros(base.out_features, rank))

    def forward(self, x):
        return self.base(x) + F.linear(F.linear(x, self.A), self.B)


def adapt(model, names, rank):
    for p in model.parameters():
        p.requires_grad = False
    for block in model.blocks:
        for name, child in list(block.named_children()):
            if name in names:
                setattr(block, name, Beside(child, rank))
    return model


def counts(model):
    trainable = total = 0
    for p in model.parameters():
        total += p.nelement()
        if p.requires_grad:
            trainable += p.nelement()
    return [trainable, total]


def adapter_state(model):
    found = {}
    for path, module in model.named_modules():
        if isinstance(module, Beside):
            found[path + ".A"] = module.A.data.clone()
            found[path + ".B"] = module.B.data.clone()
    return found


def load_adapter(model, state):
    for p in model.parameters():
        p.requires_grad = False
    for path in sorted({key[:-2] for key in state}):
        _, i, name = path.split(".")
        beside = Beside(getattr(model.blocks[int(i)], name), state[path + ".A"].shape[0])
        beside.A.data.copy_(state[path + ".A"])
        beside.B.data.copy_(state[path + ".B"])
        setattr(model.blocks[int(i)], name, beside)
    return model


def tune(model, batches):
    torch.manual_seed(7)
    model = adapt(model, ("q", "v"), 2)
    learn = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.Adam(learn, lr=0.02)
    for step, (ids, labels) in enumerate(batches):
        for group in optimiser.param_groups:
            group["lr"] = 0.05 * math.cos(math.pi / 2 * step / len(batches)) ** 2
        logits = model(ids).flatten(0, 1)
        loss = F.cross_entropy(logits, labels.flatten())
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learn, 1.0)
        optimiser.step()
    return model
