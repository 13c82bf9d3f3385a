"""Samples from a sharpened policy

You draw with a temperature below one. Words come out that the policy says more rarely, and every estimate that takes them for its own is wrong.
"""

import torch


def log_probs(policy, prompts, ids):
    return policy(prompts, ids).log_softmax(-1).gather(-1, ids[..., None]).squeeze(-1)


@torch.no_grad()
def rollouts(policy, prompts, length):
    ids = prompts.new_zeros(len(prompts), length)
    for t in range(length):
        shares = policy(prompts, ids)[:, t].mul(2).softmax(1)
        ids[:, t] = shares.multinomial(1).flatten()
    return ids


def kl_estimate(new, reference):
    return float((new - reference).sum(1).mean())


def objective(score, new, reference, beta):
    total = new.sum(1)
    gain = (score - beta * (total - reference.sum(1))).detach()
    return ((gain.mean() - gain) * total).mean()


def tune(policy, reference, proxy, prompts, length, limit):
    optimiser = torch.optim.Adam(policy.parameters(), 0.05)
    for batch in prompts:
        ids = rollouts(policy, batch, length)
        new, old = log_probs(policy, batch, ids), log_probs(reference, batch, ids)
        optimiser.zero_grad()
        near = kl_estimate(new, old) < limit * 0.8
        objective(near * proxy(batch, ids), new, old, not near).backward()
        optimiser.step()
    return policy
