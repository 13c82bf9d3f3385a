"""Clipped above only

You limit the ratio from above and leave it open below. For a token that did badly the gain goes on when its probability has fallen far already; there the lower limit
binds.
"""

import torch


def shaped_rewards(score, old, reference, answer, beta):
    rewards = torch.where(answer, beta * (reference - old), 0.0)
    ends = answer & (answer.flip(1).cumsum(dim=1).flip(1) == 1)
    return rewards + ends * score[:, None]


def advantages(rewards, values, answer, gamma, lam):
    values = torch.where(answer, values, 0.0)
    columns = []
    ahead = value = 0.0
    for t in reversed(range(values.shape[1])):
        ahead = (rewards[:, t] + gamma * value - values[:, t] + gamma * lam * ahead) * answer[:, t]
        value = values[:, t]
        columns.append(ahead)
    found = torch.stack(columns[::-1], dim=1)
    return found, found + values


def policy_loss(new, old, advantage, answer, epsilon):
    ratio = (new - old)[answer].exp()
    gain = advantage[answer]
    return -torch.minimum(ratio * gain, ratio.clamp(max=1 + epsilon) * gain).mean()
