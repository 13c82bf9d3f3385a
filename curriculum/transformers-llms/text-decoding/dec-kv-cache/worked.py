"""The figures of the lesson, computed with the solution."""

import torch
from answer import decode


class _Mean:
    """One layer, all scores 0: attention is a mean, the value of a token is token + 100 * position."""

    layers = 1

    def embed(self, tokens, positions):
        return (tokens + 100 * positions).float()[..., None]

    def qkv(self, layer, x):
        return torch.zeros_like(x)[:, None], torch.zeros_like(x)[:, None], x[:, None]

    def finish(self, layer, x, attended):
        return attended[:, 0]

    def logits(self, x):
        return x


def worked():
    """A text of four tokens in three calls, in one call, and with positions that start again."""
    text, sizes = torch.tensor([[4, 2, 9, 1]]), [2, 1, 1]
    cache, told = None, []
    for tokens in text.split(sizes, dim=1):
        logits, cache = decode(_Mean(), tokens, cache=cache)
        told.append(logits.flatten())
    values = _Mean().embed(text, torch.arange(4)).flatten()
    whole = decode(_Mean(), text)[0].flatten()
    if not torch.allclose(whole, torch.cat(told)):
        raise ValueError("a single call gives something else")
    again = torch.cat([values[:2], text[0, 2:3].float()])  # the third token at position 0
    return [text, sizes, 0, 100, values, told, whole, again, again.mean()]
