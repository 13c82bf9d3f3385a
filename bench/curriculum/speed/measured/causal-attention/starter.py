def attention(query, key, value):
    """Return causal scaled dot-product attention of three tensors (batch, time, size)."""
    raise NotImplementedError
