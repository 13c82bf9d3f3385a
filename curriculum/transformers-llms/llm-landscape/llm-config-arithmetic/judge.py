"""Parameters, cache and context of models from generated configurations, and of six whose published numbers stand in EXPECTED."""

import numpy as np

from gradus.judging import Miss, call, each, equal

EXPECTED = {"worked example": 134_515_008, "Llama 2 7B": 6_738_415_616, "Llama 3 8B": 8_030_261_248, "Mistral 7B": 7_241_732_096,
            "GPT-2": 124_439_808, "Qwen2.5 0.5B": 494_032_768, "worked example, cache": 23_040, "worked example, whole cache": 188_743_680}


def like_llama(kind, d, layers, heads, kv, ff, words, limit, **more):
    return {"model_type": kind, "hidden_size": d, "num_hidden_layers": layers, "num_attention_heads": heads, "num_key_value_heads": kv,
            "intermediate_size": ff, "vocab_size": words, "max_position_embeddings": limit, "hidden_act": "silu", **more}


def like_gpt2(d, layers, heads, words, limit, **more):
    return {"model_type": "gpt2", "n_embd": d, "n_layer": layers, "n_head": heads, "vocab_size": words, "n_positions": limit, **more}


SMOL = like_llama("llama", 576, 30, 9, 3, 1536, 49152, 8192, tie_word_embeddings=True)
KNOWN = {
    "worked example": SMOL, "GPT-2": like_gpt2(768, 12, 12, 50257, 1024, n_inner=None),
    "Llama 2 7B": like_llama("llama", 4096, 32, 32, 32, 11008, 32000, 4096, tie_word_embeddings=False),
    "Llama 3 8B": like_llama("llama", 4096, 32, 32, 8, 14336, 128256, 8192, attention_bias=False),
    "Mistral 7B": like_llama("mistral", 4096, 32, 32, 8, 14336, 32000, 32768, sliding_window=4096),
    "Qwen2.5 0.5B": like_llama("qwen2", 896, 24, 14, 2, 4864, 151936, 32768, tie_word_embeddings=True),
}


def PROBES(rng):
    def some(kind, groups=True, **more):
        heads, head, kv = int(rng.integers(2, 5)) * 2, int(rng.integers(4, 9)) * 2, int(rng.integers(1, 3))
        return like_llama(kind, heads * head, 2 + head % 3, heads, kv if groups else heads, *(int(n) for n in rng.integers((34, 50, 60), (100, 400, 300))), **more)

    def gpt2(**more):
        heads = int(rng.integers(1, 4)) * 2
        return like_gpt2(heads * int(rng.integers(3, 9)), int(rng.integers(2, 5)), heads, int(rng.integers(50, 400)), int(rng.integers(60, 300)), **more)

    drawn = {
        "llama": some("llama", groups=False), "llama, grouped": some("llama"), "llama, tied": some("llama", tie_word_embeddings=True),
        "llama, head size given": some("llama", head_dim=26), "llama, head size null": some("llama", head_dim=None),
        "llama, biases": some("llama", attention_bias=True), "llama, no key-value heads": some("llama") | {"num_key_value_heads": None},
        "qwen2": some("qwen2"), "qwen2, window off": some("qwen2", sliding_window=21, use_sliding_window=False), "mistral": some("mistral", sliding_window=None, head_dim=22), "mistral, window": some("mistral", sliding_window=int(rng.integers(20, 50))),
        "gpt2": gpt2(), "gpt2, feed-forward given": gpt2(n_inner=37), "gpt2, untied": gpt2(tie_word_embeddings=False),
    }
    probes = {"worked example, cache": call("cache_bytes", SMOL, 1, 2), "worked example, whole cache": call("cache_bytes", SMOL, 8192, 2)}
    probes |= {n: call("parameters", c) for n, c in (KNOWN | drawn).items()}
    for name, c in drawn.items():
        limit, window = c.get("max_position_embeddings") or c["n_positions"], c.get("sliding_window") or 50
        for n, t in (("no token", 0), ("short", int(rng.integers(1, 20))), ("longer", int(rng.integers(window + 1, 60))), ("at the limit", limit), ("beyond", limit + 1)):
            if n == "longer" or (n in ("short", "at the limit")) == (rng.random() < 0.7) or "window" in name:
                probes[f"cache of {name}, {n}"] = call("cache_bytes", c, t, int(rng.choice([1, 2, 4])))
        heads, d = c.get("num_attention_heads") or c["n_head"], c.get("hidden_size") or c["n_embd"]
        one = 4 * (c.get("num_hidden_layers") or c["n_layer"]) * (c.get("num_key_value_heads") or heads) * (c.get("head_dim") or d // heads)
        for n, m in (("little", one * 7 - 1), ("exactly", one * int(rng.integers(5, 18))), ("window full", one * window), ("plenty", one * (limit + 30))):
            if "window" in name or n == "plenty" or rng.random() < 0.5:
                probes[f"longest of {name}, {n}"] = call("longest_text", c, m, 2)
    return probes


def _whole(got):
    return None if isinstance(got, (int, np.integer)) else Miss(f"The number is right, but {got!r} is no int: divide with //.")


@each("worked example, cache", "worked example, whole", "cache")
def cache_agrees(got, ideal):
    """The cache holds a key and a value of every key-value head in each layer, for every token that is kept."""
    return Miss(f"Yours is {got:,} bytes, expected {ideal:,}.") if got != ideal else _whole(got)


@each("longest")
def longest_agrees(got, ideal):
    """The longest text fits into memory and within the context limit, and one token more would not."""
    return equal(got, ideal) or _whole(got)


@each("worked example", "GPT-2", "Llama 2", "Llama 3", "Mistral", "Qwen2.5", "llama", "qwen2", "mistral", "gpt2")
def parameters_agree(got, ideal):
    """All weights and biases are counted, each once."""
    return Miss(f"Yours is {got:,}, expected {ideal:,}: {abs(got - ideal):,} too {'many' if got > ideal else 'few'}.") if got != ideal else _whole(got)
