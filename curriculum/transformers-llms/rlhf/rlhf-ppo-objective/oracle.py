"""Row by row and token by token; advantages as the explicit sum of discounted surprises; the loss by cases."""

import torch


def _rows(answer):
    return [(i, [t for t in range(answer.shape[1]) if answer[i, t]]) for i in range(answer.shape[0])]


def shaped_rewards(score, old, reference, answer, beta):
    found = torch.zeros_like(old)
    for i, places in _rows(answer):
        for t in places:
            found[i, t] = -beta * (old[i, t] - reference[i, t])
        found[i, places[-1]] += score[i]
    return found


def advantages(rewards, values, answer, gamma, lam):
    gains, returns = torch.zeros_like(values), torch.zeros_like(values)
    for i, places in _rows(answer):
        v = [values[i, t].item() for t in places] + [0.0]
        delta = [rewards[i, t].item() + gamma * v[k + 1] - v[k] for k, t in enumerate(places)]
        for k, t in enumerate(places):
            gains[i, t] = sum((gamma * lam) ** (j - k) * delta[j] for j in range(k, len(places)))
            returns[i, t] = gains[i, t] + v[k]
    return gains, returns


def policy_loss(new, old, advantage, answer, epsilon):
    terms = []
    for i, places in _rows(answer):
        for t in places:
            ratio, gain = torch.exp(new[i, t] - old[i, t]), advantage[i, t]
            if gain > 0 and ratio > 1 + epsilon:
                ratio = ratio * 0 + 1 + epsilon
            elif gain < 0 and ratio < 1 - epsilon:
                ratio = ratio * 0 + 1 - epsilon
            terms.append(ratio * gain)
    return -sum(terms) / len(terms)
