"""Advantages by recursion over columns"""

import torch


def shaped_rewards(score, old, reference, answer, beta):
    rewards = beta * (reference - old)
    rewards = rewards * answer
    rows = torch.arange(len(answer))
    lasts = torch.tensor([max(t for t, f in enumerate(row) if f) for row in answer.tolist()])
    rewards[rows, lasts] += score
    return rewards


def _from(t, rewards, values, answer, gamma, lam):
    if t == values.shape[1]:
        return [], torch.zeros(len(values), dtype=values.dtype), torch.zeros(len(values), dtype=values.dtype)
    later, a, v = _from(t + 1, rewards, values, answer, gamma, lam)
    now = torch.where(answer[:, t], values[:, t], 0)
    a = torch.where(answer[:, t], rewards[:, t] + gamma * v - now + gamma * lam * a, 0)
    return [a, *later], a, now


def advantages(rewards, values, answer, gamma, lam):
    columns, _, _ = _from(0, rewards, values, answer, gamma, lam)
    a = torch.stack(columns, 1)
    return a, torch.where(answer, a + values, 0)


def policy_loss(new, old, advantage, answer, epsilon):
    picked = [torch.masked_select(x, answer) for x in (new, old, advantage)]
    ratio = torch.exp(picked[0] - picked[1])
    bounded = torch.max(torch.min(ratio, torch.tensor(1 + epsilon, dtype=ratio.dtype)), torch.tensor(1 - epsilon, dtype=ratio.dtype))
    surrogate = torch.where(ratio * picked[2] < bounded * picked[2], ratio * picked[2], bounded * picked[2])
    return surrogate.mean().neg()
