"""A small transformer with drawn weights, and calls of the answer's decode in pieces; counts what is projected."""

import torch

import answer


class Transformer:
    """Pre-norm transformer, sinusoidal positions; `projected` counts rows times positions per layer."""

    def __init__(self, seed, layers, heads, width, words, sharp=1.0):
        draw = torch.Generator().manual_seed(seed)
        self.layers, self.heads, self.sharp = layers, heads, sharp
        self.words = torch.randn(words, width, generator=draw)
        self.speeds = 50.0 ** -(torch.arange(width) / width)
        sizes = [(width, 3 * width), (width, width), (width, 2 * width), (2 * width, width)]
        self.weights = [[torch.randn(a, b, generator=draw) * 1.2 / a**0.5 for a, b in sizes] for _ in range(layers)]
        self.projected = [0] * layers

    def embed(self, tokens, positions):
        return self.words[tokens] + torch.sin(positions[..., None] * self.speeds + torch.arange(len(self.speeds)))

    def qkv(self, layer, x):
        self.projected[layer] += x.shape[0] * x.shape[1]
        return self.split(layer, x)

    def split(self, layer, x):
        wide = torch.layer_norm(x, x.shape[-1:]) @ self.weights[layer][0]
        b, n, _ = wide.shape
        q, k, v = wide.view(b, n, 3, self.heads, x.shape[2] // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        return q * self.sharp, k, v

    def finish(self, layer, x, attended):
        _, out, up, down = self.weights[layer]
        x = x + attended.transpose(1, 2).flatten(2) @ out
        return x + torch.relu(torch.layer_norm(x, x.shape[-1:]) @ up) @ down

    def logits(self, x):
        return torch.layer_norm(x, x.shape[-1:]) @ self.words.T / x.shape[-1]


class Mean(Transformer):
    """One layer whose scores are all 0: every logit is the mean of token + 100 position over what is visible."""

    def __init__(self):
        self.layers, self.heads, self.projected = 1, 1, [0]

    def embed(self, tokens, positions):
        return (tokens + 100.0 * positions)[..., None]

    def split(self, layer, x):
        return x[:, None] * 0, x[:, None] * 0, x[:, None]

    def finish(self, layer, x, attended):
        return attended[:, 0]

    def logits(self, x):
        return x


def _feed(model, pieces, cache):
    """Logits of all pieces with padding set to 0, the last cache, and the most that a layer projected in each call."""
    found, counts = [], []
    for tokens, real in pieces:
        model.projected = [0] * model.layers
        returned = answer.decode(model, tokens.clone(), None if real is None else real.clone(), cache)
        if not isinstance(returned, (tuple, list)) or len(returned) != 2 or not isinstance(returned[0], torch.Tensor):
            raise TypeError(f"decode must return the pair (logits, cache), not {type(returned).__name__}")
        logits, cache = returned
        if logits.shape[:2] != tokens.shape:
            raise ValueError(f"logits of shape {tuple(logits.shape)} for new tokens of shape {tuple(tokens.shape)}")
        found.append(logits if real is None else torch.where(real[..., None], logits, 0.0))
        counts.append(max(model.projected))
    return torch.cat(found, dim=1), cache, counts


def _cut(tokens, real, sizes):
    reals = [None] * len(sizes) if real is None else real.split(sizes, dim=1)
    return list(zip(tokens.split(sizes, dim=1), reals))


def in_pieces(shape, tokens, real, sizes):
    """Decode the tokens in calls of these sizes."""
    model = Mean() if shape is None else Transformer(*shape)
    logits, _, counts = _feed(model, _cut(tokens, real, sizes), None)
    return {"logits": logits, "projected": counts}


def two_ends(shape, tokens, ends):
    """Decode a beginning, then continue the same cache with one end and with another."""
    model = Transformer(*shape)
    _, cache, counts = _feed(model, [(tokens, None)], None)
    found = []
    for end in ends:
        logits, _, more = _feed(model, _cut(end, None, [1] * end.shape[1]), cache)
        found.append(logits)
        counts += more
    return {"logits": found, "projected": counts}


def in_turn(shape, first, second):
    """Two texts of different length on one model, one token of each in turn, each with its own cache."""
    model = Transformer(*shape)
    caches, found, counts = [None, None], [[], []], []
    for i in range(max(first.shape[1], second.shape[1])):
        for which, tokens in enumerate((first, second)):
            if i < tokens.shape[1]:
                logits, caches[which], more = _feed(model, [(tokens[:, i : i + 1], None)], caches[which])
                found[which].append(logits)
                counts += more
    return {"logits": [torch.cat(f, dim=1) for f in found], "projected": counts}
