"""Trained without the causal mask

Your decoder sees the whole target in training, so it copies the next token instead of sorting anything. The loss is near 0. When it decodes alone, there is nothing to copy.
"""

import torch
import torch.nn.functional as F

from earlier.xf_encoder_decoder import Transformer


def rate_factor(step, warmup, steps):
    if step < warmup:
        return (step + 1) / warmup
    return (steps - step) / (steps - warmup)


def exact_match(predicted, target, lengths):
    behind = torch.arange(target.shape[1]) >= lengths[:, None]
    return ((predicted == target) | behind).all(dim=1).float().mean().item()


@torch.no_grad()
def greedy(model, source, lengths):
    output = source.clone()
    for place in range(source.shape[1]):
        best = model(source, lengths, output)[:, place].argmax(dim=1)
        output[:, place] = best.where(place < lengths, 0)
    return output


def fit(source, lengths, target, words, steps):
    width, steps = 44, 60
    import earlier.xf_encoder_decoder as parts

    parts.causal_mask = lambda n: torch.ones(n, n, dtype=torch.bool)
    model = parts.Transformer(words, width, 4, width, 1)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.012)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_factor(step, width, steps))
    for chosen in torch.randint(len(source), (steps, width)):
        wanted = target[chosen]
        real = wanted.bool()
        logits = model(source[chosen], lengths[chosen], wanted)
        optimiser.zero_grad()
        F.cross_entropy(logits[real], wanted[real]).backward()
        optimiser.step()
        schedule.step()
    return model
