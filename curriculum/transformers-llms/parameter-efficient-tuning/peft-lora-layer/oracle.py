"""The layer of the PEFT library behind the same names."""

import warnings

import torch
from peft import LoraConfig, inject_adapter_in_model


class LoRALinear(torch.nn.Module):
    def __init__(self, linear, rank, alpha):
        super().__init__()
        holder = torch.nn.Module()
        holder.wrapped = linear
        inject_adapter_in_model(LoraConfig(r=rank, lora_alpha=alpha, target_modules=["wrapped"], lora_dropout=0.0), holder)
        self.held = holder.wrapped.to(linear.weight.dtype)

    A = property(lambda self: self.held.lora_A["default"].weight)
    B = property(lambda self: self.held.lora_B["default"].weight)
    linear = property(lambda self: self.held.base_layer)
    merged = property(lambda self: bool(self.held.merged))

    def forward(self, x):
        return self.held(x)

    def merge(self):
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            if not self.held.merged:
                self.held.merge()

    def unmerge(self):
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            self.held.unmerge()
