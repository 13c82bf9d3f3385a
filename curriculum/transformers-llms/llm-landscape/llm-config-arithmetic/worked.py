"""The figures of the lesson, computed part by part and compared with the solution."""

from answer import cache_bytes, parameters

CONFIG = {  # config.json of SmolLM2-135M
    "model_type": "llama", "vocab_size": 49152, "hidden_size": 576, "num_hidden_layers": 30, "num_attention_heads": 9,
    "num_key_value_heads": 3, "intermediate_size": 1536, "max_position_embeddings": 8192, "tie_word_embeddings": True,
}  # fmt: skip


def worked():
    """Weights of one layer and of the model, bytes of the cache."""
    words, d, layers, heads, shared, hidden, longest = list(CONFIG.values())[1:8]
    head = d // heads
    parts = [d * d, 2 * d * shared * head, d * d, 3 * d * hidden, 2 * d]
    total = sum(parts) * layers + words * d + d
    if total != parameters(CONFIG):
        raise ValueError("the solution counts otherwise")
    token, full = (cache_bytes(CONFIG, tokens, 2) for tokens in (1, longest))
    times = cache_bytes({**CONFIG, "num_key_value_heads": heads}, 1, 2) / token
    return [
        [round(total / 1e6), words, d, layers, heads, shared, hidden, longest, head, shared * head],
        [2, 3, parts, sum(parts), sum(parts) * layers, words * d, d, total],
        [8 * 2, token, full / 1e6, times],
    ]
