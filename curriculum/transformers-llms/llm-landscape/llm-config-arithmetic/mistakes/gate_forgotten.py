"""Feed-forward without its gate

You count two matrices between the layers' width and the wider one. Llama and its relatives have a third, the gate, of the same size.
"""

def _sizes(config):
    """layers, width, width of queries, width of keys, width of feed-forward, context limit"""
    if config["model_type"] == "gpt2":
        d = config["n_embd"]
        return config["n_layer"], d, d, d, config.get("n_inner") or 4 * d, config["n_positions"]
    heads = config["num_attention_heads"]
    head = config.get("head_dim") or config["hidden_size"] // heads
    shared = config.get("num_key_value_heads") or heads
    limit = config["max_position_embeddings"]
    return config["num_hidden_layers"], config["hidden_size"], heads * head, shared * head, config["intermediate_size"], limit


def parameters(config):
    layers, d, q, kv, ff, limit = _sizes(config)
    old = config["model_type"] == "gpt2"
    attention = 2 * d * q + 2 * d * kv
    if old or config["model_type"] == "qwen2" or config.get("attention_bias"):
        attention += q + 2 * kv
    if old or config.get("attention_bias"):
        attention += d
    feed = 2 * d * ff + ff + d if old else 2 * d * ff
    norm = 2 * d if old else d
    words = config["vocab_size"] * d
    ends = words + norm
    if old:
        ends += limit * d
    if not config.get("tie_word_embeddings", old):
        ends += words
    return ends + layers * (attention + feed + 2 * norm)


def _window(config):
    return config.get("sliding_window") if config["model_type"] == "mistral" else None


def cache_bytes(config, tokens, width):
    layers, _, _, kv, _, limit = _sizes(config)
    if tokens > limit:
        raise ValueError(f"{tokens} tokens, and the model was made for {limit}")
    kept = min(tokens, _window(config) or tokens)
    return 2 * layers * kv * width * kept


def longest_text(config, memory, width):
    layers, _, _, kv, _, limit = _sizes(config)
    tokens = memory // (2 * layers * kv * width)
    window = _window(config)
    if window and tokens >= window:
        return limit
    return min(tokens, limit)
