"""Every tensor by its shape"""

from math import prod


def _tensors(c):
    kind = c["model_type"]
    if kind == "gpt2":
        d = c["n_embd"]
        ff = c.get("n_inner")
        ff = 4 * d if ff is None else ff
        layer = [(d, 3 * d), (3 * d,), (d, d), (d,), (d, ff), (ff,), (ff, d), (d,), (d,), (d,), (d,), (d,)]
        rest = [(c["vocab_size"], d), (c["n_positions"], d), (d,), (d,)]
        tied = c.get("tie_word_embeddings", True)
        return layer * c["n_layer"] + rest + ([] if tied else [(c["vocab_size"], d)])
    d, h = c["hidden_size"], c["num_attention_heads"]
    size, kv = _head(c), _kv(c)
    layer = [(d, h * size), (d, kv * size), (d, kv * size), (h * size, d), (d,), (d,)] + [(d, c["intermediate_size"])] * 3
    if kind == "qwen2" or (kind == "llama" and c.get("attention_bias", False)):
        layer += [(h * size,), (kv * size,), (kv * size,)]
    if kind == "llama" and c.get("attention_bias", False):
        layer.append((d,))
    tables = 1 if c.get("tie_word_embeddings", False) else 2
    return layer * c["num_hidden_layers"] + [(d,)] + [(c["vocab_size"], d)] * tables


def _kv(c):
    if c["model_type"] == "gpt2":
        return c["n_head"]
    n = c.get("num_key_value_heads")
    return c["num_attention_heads"] if n is None else n


def _head(c):
    if c["model_type"] == "gpt2":
        return c["n_embd"] // c["n_head"]
    n = c.get("head_dim")
    return c["hidden_size"] // c["num_attention_heads"] if n is None else n


def parameters(config):
    return sum(map(prod, _tensors(config)))


def cache_bytes(config, tokens, width):
    gpt2 = config["model_type"] == "gpt2"
    if tokens > config["n_positions" if gpt2 else "max_position_embeddings"]:
        raise ValueError("longer than the context")
    window = config.get("sliding_window") if config["model_type"] == "mistral" else None
    if window is not None:
        tokens = min(tokens, window)
    return tokens * 2 * config["n_layer" if gpt2 else "num_hidden_layers"] * _kv(config) * _head(config) * width


def longest_text(config, memory, width):
    low, high = 0, config["n_positions" if config["model_type"] == "gpt2" else "max_position_embeddings"]
    while low < high:
        middle = (low + high + 1) // 2
        if cache_bytes(config, middle, width) <= memory:
            low = middle
        else:
            high = middle - 1
    return low
