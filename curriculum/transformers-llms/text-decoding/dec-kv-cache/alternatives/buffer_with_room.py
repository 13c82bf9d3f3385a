"""Keys and values in a buffer with room to grow, copied before it is written to."""

import torch


def decode(model, tokens, real=None, cache=None):
    b, n = tokens.size()
    flags = torch.ones(b, n, dtype=torch.bool) if real is None else real
    used = 0 if cache is None else cache["used"]
    length = torch.zeros(b, dtype=torch.long) if cache is None else cache["length"]
    alive = torch.zeros(b, used + n, dtype=torch.bool)
    if cache is not None:
        alive[:, :used] = cache["alive"]
    alive[:, used:] = flags
    running = flags.long().cumsum(1)
    place = length[:, None] + running - flags.long()
    h = model.embed(tokens, place)
    store = []
    see = torch.zeros(b, 1, n, used + n, dtype=torch.bool)
    for i in range(n):
        see[:, 0, i, : used + i + 1] = alive[:, : used + i + 1]
        see[:, 0, i, used + i] = True
    for j in range(model.layers):
        q, k, v = model.qkv(j, h)
        both = torch.zeros(2, b, k.shape[1], max(16, 2 * (used + n)), k.shape[-1])
        if cache is not None:
            both[:, :, :, :used] = cache["store"][j][:, :, :, :used]
        both[0, :, :, used : used + n], both[1, :, :, used : used + n] = k, v
        store.append(both)
        keys, values = both[:, :, :, : used + n]
        s = torch.einsum("bhnd,bhmd->bhnm", q, keys) * q.shape[-1] ** -0.5
        s = torch.where(see, s, torch.tensor(float("-inf")))
        h = model.finish(j, h, torch.einsum("bhnm,bhmd->bhnd", torch.softmax(s, -1), values))
    return model.logits(h), {"used": used + n, "length": length + running[:, -1], "alive": alive, "store": store}
