"""Each answer cut out and treated alone"""

import torch


def _cut(answer):
    for i, flags in enumerate(answer):
        places = flags.nonzero().flatten()
        yield i, slice(int(places[0]), int(places[-1]) + 1)


def shaped_rewards(score, old, reference, answer, beta):
    out = torch.zeros_like(old)
    for i, s in _cut(answer):
        out[i, s] = beta * (reference[i, s] - old[i, s])
        out[i, s.stop - 1] = out[i, s.stop - 1] + score[i]
    return out


def advantages(rewards, values, answer, gamma, lam):
    gains, returns = torch.zeros_like(values), torch.zeros_like(values)
    for i, s in _cut(answer):
        r, v = rewards[i, s].tolist(), values[i, s].tolist()
        after, carry, mine = 0.0, 0.0, []
        for reward, value in zip(reversed(r), reversed(v)):
            carry = reward + gamma * after - value + gamma * lam * carry
            after = value
            mine.insert(0, carry)
        gains[i, s] = torch.tensor(mine, dtype=values.dtype)
        returns[i, s] = gains[i, s] + values[i, s]
    return gains, returns


def policy_loss(new, old, advantage, answer, epsilon):
    total, count = 0.0, 0
    for i, s in _cut(answer):
        rho = torch.exp(new[i, s] - old[i, s])
        total = total + torch.min(torch.stack([rho * advantage[i, s], rho.clip(1 - epsilon, 1 + epsilon) * advantage[i, s]]), dim=0).values.sum()
        count += s.stop - s.start
    return -total / count
