"""The PEFT library puts the adapters in and finds them again; its keys are renamed."""

import torch
from peft import LoraConfig, get_peft_model_state_dict, inject_adapter_in_model, set_peft_model_state_dict


def _inject(model, names, rank):
    return inject_adapter_in_model(LoraConfig(r=rank, lora_alpha=rank, target_modules=names, lora_dropout=0.0, bias="none"), model)


def adapt(model, names, rank):
    return _inject(model, r"blocks\.\d+\.(" + "|".join(names) + ")", rank)


def counts(model):
    every = list(model.parameters())
    return sum(p.numel() for p in every if p.requires_grad), sum(map(torch.numel, every))


def adapter_state(model):
    return {k.replace("lora_", "").removesuffix(".weight"): v.detach().clone() for k, v in get_peft_model_state_dict(model).items()}


def load_adapter(model, state):
    places = sorted({k[:-2] for k in state})
    ranks = {k[:-2]: len(v) for k, v in state.items() if k.endswith(".A")}
    config = LoraConfig(r=1, rank_pattern=ranks, lora_alpha=1, alpha_pattern=ranks, target_modules=places, lora_dropout=0.0)
    model = inject_adapter_in_model(config, model)
    set_peft_model_state_dict(model, {f"{k[:-1]}lora_{k[-1]}.weight": v for k, v in state.items()})
    return model


def tune(model, batches):
    model = adapt(model, ["q", "v"], 2)
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=0.05, betas=(0.9, 0.98))
    for step, (ids, labels) in enumerate(batches):
        rate = 0.05 * min(1, (step + 1) / 10, (len(batches) - step) / 30)
        optimiser.param_groups[0]["lr"] = rate
        asked = labels >= 0
        loss = -model(ids).log_softmax(-1)[asked].gather(1, labels[asked][:, None]).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return model
