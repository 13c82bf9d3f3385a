"""Schedules, decoding on a model whose right output is known, and a training run on sequences to be sorted."""

import torch

import answer


def rates(warmup, steps):
    """The factors of all steps."""
    return [answer.rate_factor(step, warmup, steps) for step in range(steps)]


class Mixed(torch.nn.Module):
    """The best token at a place hangs on the source there and on all target tokens before it; shifts by itself."""

    def __init__(self, words, seed):
        super().__init__()
        self.table = torch.randn(words, words, generator=torch.Generator().manual_seed(seed))

    def forward(self, source, lengths, target):
        m, words = target.shape[1], len(self.table)
        read = torch.cat([torch.ones_like(target[:, :1]), target[:, :-1]], dim=1)
        weight = torch.arange(1, m + 1)
        seen = (read * weight).cumsum(1) + source[:, :m] + lengths[:, None]
        scores = self.table[seen % words] + 3 * torch.cos(seen[..., None] * 0.7 + torch.arange(words) * 1.3)
        scores[..., :2] -= 100
        return scores


def decoded(words, seed, source, lengths):
    """What the answer decodes from the mixed model."""
    return answer.greedy(Mixed(words, seed).eval(), source, lengths)


def trained(words, source, lengths, target, held, ends):
    """What a trained model writes for the held-out sequences, decoded here; nothing if it looks ahead."""
    model = answer.fit(source, lengths, target, words, 200)
    if not isinstance(model, torch.nn.Module):
        raise TypeError(f"fit must return a torch module, not {type(model).__name__}")
    model.eval()
    output = torch.zeros_like(held)
    with torch.no_grad():
        for place in range(held.shape[1]):
            output[:, place] = model(held, ends, output)[:, place].argmax(-1) * (place < ends)
        other = output.clone()
        other[:, 3:] = 7
        other[:, 2] = 2 + (other[:, 2] + 1) % 6
        ahead = not torch.allclose(model(held, ends, output)[:, :3], model(held, ends, other)[:, :3], atol=1e-4)
    return {"output": output * (not ahead), "sees_later": ahead}
