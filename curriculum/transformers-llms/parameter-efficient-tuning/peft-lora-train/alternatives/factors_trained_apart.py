"""B learns faster than A; a dict comprehension for everything else; NAdam with two groups."""

import torch

from earlier.peft_lora_layer import LoRALinear


def _layers(model):
    return {path: module for path, module in model.named_modules() if isinstance(module, LoRALinear)}


def _put(model, ranks):
    for p in model.parameters():
        p.requires_grad = False
    for path, rank in ranks.items():
        model.set_submodule(path, LoRALinear(model.get_submodule(path), rank, rank))
    return model


def adapt(model, names, rank):
    return _put(model, {f"blocks.{i}.{name}": rank for i, _ in enumerate(model.blocks) for name in names})


def counts(model):
    return sum(p.numel() for p in filter(lambda p: p.requires_grad, model.parameters())), sum(p.numel() for p in model.parameters())


def adapter_state(model):
    return {f"{path}.{f}": torch.tensor(getattr(layer, f).tolist()) for path, layer in _layers(model).items() for f in ("A", "B")}


def load_adapter(model, state):
    _put(model, {key[:-2]: value.shape[1] for key, value in state.items() if key.endswith("B")})
    with torch.no_grad():
        for path, layer in _layers(model).items():
            layer.A[:] = state[f"{path}.A"]
            layer.B[:] = state[f"{path}.B"]
    return model


def tune(model, batches):
    model = adapt(model, ["v", "q"], 2)
    groups = [{"params": [getattr(layer, f) for layer in _layers(model).values()], "lr": rate} for f, rate in (("A", 0.04), ("B", 0.06))]
    optimiser = torch.optim.NAdam(groups)
    scheduler = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.02, len(batches))
    for ids, labels in batches:
        loss = torch.nn.functional.nll_loss(model(ids).log_softmax(-1).mT, labels)
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
        scheduler.step()
    return model
