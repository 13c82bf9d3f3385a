"""The three computations of PPO on answers of a language model."""

import torch


def shaped_rewards(score, old, reference, answer, beta):
    """Return the reward of each token."""
    raise NotImplementedError


def advantages(rewards, values, answer, gamma, lam):
    """Return (advantages, returns)."""
    raise NotImplementedError


def policy_loss(new, old, advantage, answer, epsilon):
    """Return the clipped loss."""
    raise NotImplementedError
