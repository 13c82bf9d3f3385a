"""A table of functions, one for each family"""

def _gated(c, qkv_bias, out_bias):
    d, heads = c["hidden_size"], c["num_attention_heads"]
    head = c.get("head_dim") or d // heads
    kv = (c.get("num_key_value_heads") or heads) * head
    q = heads * head
    attention = d * q + q * d + d * kv * 2
    if qkv_bias:
        attention = attention + q + kv + kv
    if out_bias:
        attention = attention + d
    mlp = c["intermediate_size"] * d * 3
    embeddings = c["vocab_size"] * d
    head_table = 0 if c.get("tie_word_embeddings") else embeddings
    return embeddings + head_table + d + (attention + mlp + d + d) * c["num_hidden_layers"], 2 * kv * c["num_hidden_layers"], c["max_position_embeddings"]


def _gpt2(c):
    d = c["n_embd"]
    ff = c.get("n_inner") or 4 * d
    attention = (d + 1) * 3 * d + (d + 1) * d
    mlp = (d + 1) * ff + (ff + 1) * d
    table = c["vocab_size"] * d
    total = table + c["n_positions"] * d + c["n_layer"] * (attention + mlp + 4 * d) + 2 * d
    if c.get("tie_word_embeddings") is False:
        total += table
    return total, 2 * d * c["n_layer"], c["n_positions"]


def _read(c):
    biased = bool(c.get("attention_bias"))
    match c["model_type"]:
        case "gpt2":
            return *_gpt2(c), None
        case "qwen2":
            return *_gated(c, True, False), None
        case "mistral":
            return *_gated(c, False, False), c.get("sliding_window")
        case _:
            return *_gated(c, biased, biased), None


def parameters(config):
    return _read(config)[0]


def cache_bytes(config, tokens, width):
    _, numbers, limit, window = _read(config)
    if tokens > limit:
        raise ValueError("this text is too long")
    if window and tokens > window:
        tokens = window
    return numbers * width * tokens


def longest_text(config, memory, width):
    _, numbers, limit, window = _read(config)
    n = memory // (numbers * width)
    return limit if window and n >= window else min(n, limit)
