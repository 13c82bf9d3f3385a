"""The direct preference loss."""

import torch
import torch.nn.functional as F


def log_probability(logits, tokens, answer):
    """Return the log-probability of each row's answer."""
    raise NotImplementedError


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    """Return (loss, rewards of chosen, rewards of rejected)."""
    raise NotImplementedError
