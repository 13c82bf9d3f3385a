"""The models themselves, built without memory on torch's meta device, and their tensors counted; the longest text by trying."""

import torch
from transformers import AutoConfig, AutoModelForCausalLM


def _model(config):
    known = {k: v for k, v in config.items() if k != "model_type" and (v is not None or k in ("head_dim", "sliding_window", "n_inner"))}
    if config["model_type"] == "llama" and config.get("head_dim") is None:
        known.pop("head_dim", None)
    known.setdefault("tie_word_embeddings", config["model_type"] == "gpt2")
    if config["model_type"] == "mistral":
        known.setdefault("sliding_window", None)
    with torch.device("meta"):
        model = AutoModelForCausalLM.from_config(AutoConfig.for_model(config["model_type"], **known))
    model.tie_weights()
    return model


def parameters(config):
    return sum(p.numel() for p in model.parameters()) if (model := _model(config)) else 0


def _per_token(model):
    total = 0
    for name, module in model.named_modules():
        if name.endswith((".k_proj", ".v_proj")):
            total += module.out_features
        elif name.endswith(".attn.c_attn"):
            total += module.nf * 2 // 3
    return total


def cache_bytes(config, tokens, width):
    model = _model(config)
    if tokens > model.config.max_position_embeddings:
        raise ValueError("too long")
    window = getattr(model.config, "sliding_window", None) or tokens
    return len(range(tokens)[-window:] if tokens else []) * _per_token(model) * width


def longest_text(config, memory, width):
    model = _model(config)
    one, window, tokens = _per_token(model) * width, getattr(model.config, "sliding_window", None), 0
    while tokens < model.config.max_position_embeddings and min(tokens + 1, window or tokens + 1) * one <= memory:
        tokens += 1
    return tokens
