"""One dataclass with properties"""

from dataclasses import dataclass


@dataclass
class Model:
    kind: str
    d: int
    layers: int
    heads: int
    kv: int
    size: int
    ff: int
    words: int
    limit: int
    tied: bool
    bias: bool
    window: int | None

    @classmethod
    def read(cls, c):
        if c["model_type"] == "gpt2":
            d, h = c["n_embd"], c["n_head"]
            return cls("gpt2", d, c["n_layer"], h, h, d // h, c.get("n_inner") or d * 4, c["vocab_size"], c["n_positions"],
                       c.get("tie_word_embeddings", True), True, None)
        d, h = c["hidden_size"], c["num_attention_heads"]
        return cls(c["model_type"], d, c["num_hidden_layers"], h, c.get("num_key_value_heads") or h, c.get("head_dim") or d // h,
                   c["intermediate_size"], c["vocab_size"], c["max_position_embeddings"], c.get("tie_word_embeddings", False),
                   c.get("attention_bias", False), c.get("sliding_window") if c["model_type"] == "mistral" else None)

    def layer(self):
        d, q, k = self.d, self.heads * self.size, self.kv * self.size
        total = d * q + 2 * d * k + q * d
        total += {"gpt2": q + 2 * k + d, "qwen2": q + 2 * k}.get(self.kind, (q + 2 * k + d) * bool(self.bias))
        if self.kind == "gpt2":
            return total + 2 * d * self.ff + self.ff + d + 4 * d
        return total + 3 * d * self.ff + 2 * d

    def token(self, width):
        return 2 * self.layers * self.kv * self.size * width


def parameters(config):
    m = Model.read(config)
    tables = m.words * m.d * (1 if m.tied else 2)
    extra = m.limit * m.d + 2 * m.d if m.kind == "gpt2" else m.d
    return tables + extra + m.layers * m.layer()


def cache_bytes(config, tokens, width):
    m = Model.read(config)
    if tokens > m.limit:
        raise ValueError(tokens)
    return m.token(width) * (min(tokens, m.window) if m.window else tokens)


def longest_text(config, memory, width):
    m = Model.read(config)
    if m.window and m.token(width) * m.window <= memory:
        return m.limit
    return min(m.limit, memory // m.token(width))
