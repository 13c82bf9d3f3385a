"""Counted with numpy, searched downwards"""

import numpy as np


def _get(config, *names):
    for name in names:
        if config.get(name) is not None:
            return config[name]
    return None


def _facts(config):
    d = _get(config, "hidden_size", "n_embd")
    heads = _get(config, "num_attention_heads", "n_head")
    return {
        "d": d, "heads": heads, "layers": _get(config, "num_hidden_layers", "n_layer"), "kv": _get(config, "num_key_value_heads") or heads,
        "size": _get(config, "head_dim") or d // heads, "ff": _get(config, "intermediate_size", "n_inner") or 4 * d,
        "limit": _get(config, "max_position_embeddings", "n_positions"),
    }


def parameters(config):
    f, kind = _facts(config), config["model_type"]
    d, q, k, ff = f["d"], f["heads"] * f["size"], f["kv"] * f["size"], f["ff"]
    weights = np.array([d * q, d * k, d * k, q * d], dtype=np.int64)
    biases = np.array([q, k, k, d], dtype=np.int64)
    has = {"gpt2": [1, 1, 1, 1], "qwen2": [1, 1, 1, 0]}.get(kind, [1, 1, 1, 1] if config.get("attention_bias") else [0, 0, 0, 0])
    per_layer = int(weights.sum() + biases @ np.array(has))
    per_layer += (2 * d * ff + ff + d + 4 * d) if kind == "gpt2" else (3 * d * ff + 2 * d)
    total = f["layers"] * per_layer + config["vocab_size"] * d
    total += 2 * d + f["limit"] * d if kind == "gpt2" else d
    tied = config.get("tie_word_embeddings", kind == "gpt2")
    return total if tied else total + config["vocab_size"] * d


def cache_bytes(config, tokens, width):
    f = _facts(config)
    if not tokens <= f["limit"]:
        raise ValueError("context limit")
    window = config.get("sliding_window") if config["model_type"] == "mistral" else None
    return int(np.prod([2, f["layers"], f["kv"], f["size"], width, min(tokens, window or tokens)], dtype=np.int64))


def longest_text(config, memory, width):
    fits = [n for n in range(_facts(config)["limit"] + 1) if cache_bytes(config, n, width) <= memory]
    return fits[-1]
