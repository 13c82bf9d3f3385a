"""The linear layers stay where they are; factors are registered on them and a hook adds the correction."""

import torch


def _hook(layer, args, output):
    return output + args[0] @ layer.A.T @ layer.B.T


def _add(layer, rank):
    layer.A = torch.nn.Parameter(torch.randn(rank, layer.in_features))
    layer.B = torch.nn.Parameter(torch.zeros(layer.out_features, rank))
    layer.register_forward_hook(_hook)


def adapt(model, names, rank):
    for p in model.parameters():
        p.requires_grad_(False)
    for block in model.blocks:
        for name in names:
            _add(block.get_submodule(name), rank)
    return model


def counts(model):
    learn = [p.numel() for p in model.parameters() if p.requires_grad]
    rest = [p.numel() for p in model.parameters() if not p.requires_grad]
    return sum(learn), sum(learn) + sum(rest)


def adapter_state(model):
    return {k: v.clone() for k, v in model.state_dict().items() if k.rsplit(".", 1)[1] in ("A", "B")}


def load_adapter(model, state):
    for p in model.parameters():
        p.requires_grad_(False)
    with torch.no_grad():
        for key in state:
            path, factor = key.rsplit(".", 1)
            layer = model.get_submodule(path)
            if not hasattr(layer, "A"):
                _add(layer, state[f"{path}.A"].size(0))
            getattr(layer, factor).copy_(state[key])
    return model


def tune(model, batches):
    adapt(model, ["q", "v"], 2)
    ours = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.Adam(ours, lr=0.05)
    n = 2 * len(batches)
    falling = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda i: min(1.0, (i + 1) / 60, (n - i) / 150))
    for ids, labels in [*batches, *batches]:
        loss = torch.nn.functional.cross_entropy(model(ids).transpose(1, 2), labels, ignore_index=-100)
        grads = torch.autograd.grad(loss, ours)
        for p, g in zip(ours, grads):
            p.grad = g
        optimiser.step()
        falling.step()
    return model
