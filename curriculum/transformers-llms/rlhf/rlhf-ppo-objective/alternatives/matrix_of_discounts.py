"""Surprises times a matrix of discounts"""

import torch


def shaped_rewards(score, old, reference, answer, beta):
    kl = (old - reference).masked_fill(~answer, 0.0)
    rewards = -beta * kl
    last = (answer * torch.arange(answer.shape[1])).argmax(dim=1)
    return rewards.scatter_add(1, last[:, None], score[:, None])


def advantages(rewards, values, answer, gamma, lam):
    n = values.shape[1]
    v = values.masked_fill(~answer, 0)
    following = torch.cat([v[:, 1:], torch.zeros_like(v[:, :1])], dim=1)
    delta = (rewards + gamma * following - v).masked_fill(~answer, 0)
    gap = torch.arange(n)[:, None] - torch.arange(n)[None]
    weights = torch.where(gap >= 0, float(gamma * lam) ** gap.clamp(min=0).double(), 0.0)
    gains = (delta @ weights).masked_fill(~answer, 0)
    return gains, gains + v


def policy_loss(new, old, advantage, answer, epsilon):
    difference = torch.where(answer, new - old, torch.zeros_like(old))
    ratio = torch.exp(difference)
    a = -advantage
    worse = torch.max(ratio * a, torch.clamp(ratio, 1 - epsilon, 1 + epsilon) * a)
    return (worse * answer).sum() / answer.sum()
