"""Tune a policy by feedback without letting it run away."""

import torch


def log_probs(policy, prompts, ids):
    """Return the log-probability of each word, (b, n)."""
    raise NotImplementedError


def rollouts(policy, prompts, length):
    """Return sampled answers, int64 (b, length)."""
    raise NotImplementedError


def kl_estimate(new, reference):
    """Return the estimated KL divergence of whole answers."""
    raise NotImplementedError


def objective(score, new, reference, beta):
    """Return the loss to be minimised."""
    raise NotImplementedError


def tune(policy, reference, proxy, prompts, length, limit):
    """Train the policy and return it."""
    raise NotImplementedError
