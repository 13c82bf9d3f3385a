"""The rate by LambdaLR, batches drawn from both texts apart, AdamW."""

import math

import torch

from earlier.obj_gpt_causal_loss import causal_loss


def rate(step, steps, before):
    u = max(1, int(steps / 10))
    part = (step + 1) / u if step < u else 0.1 + 0.9 * math.cos(math.pi / 2 * (step - u) / (steps - u)) ** 2
    return part * before * 0.1


def mix(domain, general, each):
    need = -(-each * len(domain) // len(general))
    pool = list(general) * need
    return [x for i, d in enumerate(domain) for x in [d] + pool[i * each : (i + 1) * each]]


def report(before, after, fall, rise):
    d, g = (after[k] / before[k] - 1 for k in ("domain", "general"))
    return {"domain": d, "general": g, "adopt": bool(d <= -fall and g <= rise)}


def adapt(model, domain, general, each, before, steps):
    new, old = torch.tensor(domain), torch.tensor(general)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1.0, weight_decay=0.0)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: rate(min(s, steps - 1), steps, before))
    for _ in range(steps):
        batch = torch.cat([new[torch.randint(len(new), (4,))], old[torch.randint(len(old), (4 * each,))]])
        loss = causal_loss(model(batch), batch)
        model.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return model
