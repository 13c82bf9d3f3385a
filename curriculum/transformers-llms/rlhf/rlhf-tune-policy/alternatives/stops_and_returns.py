"""A constant price that is too low, and an end as soon as the distance is used up."""

import copy

import torch
import torch.nn.functional as F


def log_probs(policy, prompts, ids):
    logits = policy(prompts, ids)
    return -F.cross_entropy(logits.flatten(0, 1), ids.flatten(), reduction="none").view(ids.shape)


def rollouts(policy, prompts, length):
    columns = []
    for t in range(length):
        rest = torch.zeros(len(prompts), length - t, dtype=torch.long)
        ids = torch.cat([*columns, rest], dim=1)
        with torch.no_grad():
            cumulative = F.softmax(policy(prompts, ids)[:, t].double(), dim=-1).cumsum(-1)
        drawn = torch.rand(len(prompts), 1, dtype=torch.double) * cumulative[:, -1:]
        columns.append(torch.searchsorted(cumulative, drawn).clamp(max=cumulative.shape[1] - 1))
    return torch.cat(columns, dim=1)


def kl_estimate(new, reference):
    return float((new.detach().double() - reference.double()).sum()) / len(new)


def objective(score, new, reference, beta):
    total = new.sum(-1)
    gain = (score + beta * (reference.sum(-1) - total)).detach()
    return -((gain * total).mean() - gain.mean() * total.mean())


def tune(policy, reference, proxy, prompts, length, limit):
    optimiser = torch.optim.Adam(policy.parameters(), lr=0.02)
    last = copy.deepcopy(policy.state_dict())
    for batch in prompts:
        ids = rollouts(policy, batch, length)
        new, old = log_probs(policy, batch, ids), log_probs(reference, batch, ids).detach()
        if kl_estimate(new, old) > 0.8 * limit:
            policy.load_state_dict(last)
            break
        last = copy.deepcopy(policy.state_dict())
        optimiser.zero_grad()
        objective(proxy(batch, ids), new, old, 0.2).backward()
        optimiser.step()
    return policy
